package org.noticecascade.benchmarks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a unit's own timer does in the naive way: one reminder and one mail, for this unit alone. */
@Component("naiveReminder")
class NaiveReminder implements JavaDelegate {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    NaiveReminder(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        String unit = key.substring(key.indexOf('/') + 1);
        LocalDate today = LocalDate.now(clock);
        jdbc.update("""
                insert into reminder (assignment_id, stage, round, on_day, kind, target_unit, target_role)
                select id, stage, round, ?, 'OVERDUE', unit_code, 'STAFF' from assignment where unit_code = ?""", today, unit);
        jdbc.update("""
                insert into mail_outbox (mail_key, kind, user_id, on_day, not_before, status)
                select 'NAIVE:' || id, 'DIGEST', 'u' || unit_code || 'STAFF', ?, ?, 'DROPPED'
                  from assignment where unit_code = ?""", today, OffsetDateTime.now(clock), unit);
        jdbc.update("update assignment set light = 'RED' where unit_code = ?", unit);
    }
}
