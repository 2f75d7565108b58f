package org.noticecascade.security.acts;

import org.noticecascade.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins the record of an act. */
@Component
class ActWriter {
    private final EngineStates states;
    private final Ledger ledger;

    ActWriter(JdbcClient jdbc, Ledger ledger) {
        this.states = new EngineStates(jdbc);
        this.ledger = ledger;
    }

    EngineStates states() {
        return states;
    }

    ActUnderWay begin(Object command, CommandRule rule, String actor) {
        return new ActUnderWay(command, rule, actor, states, ledger);
    }
}
