package org.noticecascade.security.acts;

import org.camunda.bpm.engine.impl.identity.Authentication;
import org.noticecascade.Refusal;

/** Whether a person may do a command now, beyond what the engine asks. */
interface CommandCheck {
    /**
     * Goes on if so.
     *
     * @throws Refusal if not
     */
    void check(CommandRule rule, Object command, Authentication person);
}
