package org.noticecascade.notice.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.noticecascade.notice.Cascade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Wakes a superior's process once nobody below it is open; in the caller's transaction. */
@Component
public class Waking {
    private static final Logger LOG = LoggerFactory.getLogger(Waking.class);

    private final Cascade cascade;
    private final RuntimeService runtime;

    Waking(Cascade cascade, RuntimeService runtime) {
        this.cascade = cascade;
        this.runtime = runtime;
    }

    /** Does nothing if somebody below is open, or if the superior does not wait (yet, or any more). */
    public void wake(long superiorId) {
        cascade.wakeSuperior(superiorId).ifPresent(this::correlate);
    }

    /** Asks before it correlates: an exception caught here would still roll the engine's transaction back. */
    private void correlate(String instanceId) {
        Execution waiting = runtime.createExecutionQuery()
                .processInstanceId(instanceId)
                .messageEventSubscriptionName(UnitProcess.UNITS_REPORTED)
                .singleResult();
        if (waiting == null) {
            LOG.info("Instance {} no longer waits for its units; nothing to wake", instanceId);
        } else {
            runtime.messageEventReceived(UnitProcess.UNITS_REPORTED, waiting.getId());
        }
    }
}
