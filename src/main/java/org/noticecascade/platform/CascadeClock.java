package org.noticecascade.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.noticecascade.NoticeCascadeApplication;

/**
 * The one clock of the service, in zone {@value NoticeCascadeApplication#ZONE}; the engine's clock follows it.
 *
 * <p>{@link #shiftBy} serves the demo's time machine and the tests. {@code ClockUtil} is the engine's only handle on
 * its clock and not public API: this class is the one place that touches it.
 */
public final class CascadeClock extends Clock {
    private final Clock system;
    private volatile Duration offset = Duration.ZERO;

    CascadeClock(ZoneId zone) {
        this(Clock.system(zone));
    }

    private CascadeClock(Clock system) {
        this.system = system;
    }

    /**
     * Moves service and engine to {@code offset} from the system's time, replacing an earlier shift.
     *
     * @param offset zero returns to the system's time
     */
    public void shiftBy(Duration offset) {
        this.offset = offset;
        if (offset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(offset.toMillis());
        }
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(system.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }
}
