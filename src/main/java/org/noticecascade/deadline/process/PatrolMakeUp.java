package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.RuntimeService;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.deadline.Patrols;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes up for today's patrol where the service was down at its hour. Days that were missed altogether are not
 * repeated: today's patrol also says what passed since the last one.
 */
@Component
public class PatrolMakeUp {
    private static final Logger LOG = LoggerFactory.getLogger(PatrolMakeUp.class);

    private final PatrolProperties properties;
    private final Patrols patrols;
    private final WorkingCalendar calendar;
    private final RuntimeService runtime;
    private final Clock clock;

    PatrolMakeUp(
            PatrolProperties properties,
            Patrols patrols,
            WorkingCalendar calendar,
            RuntimeService runtime,
            Clock clock) {
        this.properties = properties;
        this.patrols = patrols;
        this.calendar = calendar;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void atStart() {
        if (properties.makeUp()) {
            makeUp();
        }
    }

    /**
     * Starts today's patrol if its hour has passed without one.
     *
     * @return whether it was started
     */
    public boolean makeUp() {
        LocalDate today = LocalDate.now(clock);
        if (!calendar.days().isWorkingDay(today)
                || !isPastItsHour()
                || patrols.find(today).isPresent()) {
            return false;
        }
        LOG.info("Making up for the patrol of {}, which was due while the service was down", today);
        runtime.createProcessInstanceByKey(PatrolProcess.KEY)
                .processDefinitionWithoutTenantId()
                .execute();
        return true;
    }

    private boolean isPastItsHour() {
        LocalDateTime now = LocalDateTime.now(clock);
        return properties
                .startOn(now.toLocalDate())
                .filter(start -> !start.isAfter(now))
                .isPresent();
    }
}
