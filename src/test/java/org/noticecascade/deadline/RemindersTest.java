package org.noticecascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class RemindersTest {
    @Autowired
    private JdbcClient jdbc;

    /** By the unit's index, not by all who are reminded that day: that took H2 ten seconds for 3,209 units. */
    @Test
    void asksOfEachPersonWhetherTheyAreRemindedAsSupervisors() {
        String plan = jdbc.sql("explain " + Reminders.WORKERS.replace(":day", "date '2026-03-09'"))
                .query(String.class)
                .single();

        String ofSupervisors = plan.substring(plan.indexOf("NOT EXISTS"));
        assertThat(ofSupervisors)
                .containsPattern("REMINDER_\\w+: (?s).*TARGET_UNIT = P.UNIT_CODE")
                .contains("PERSON_ROLE")
                .doesNotContain("REMINDER.tableScan");
    }
}
