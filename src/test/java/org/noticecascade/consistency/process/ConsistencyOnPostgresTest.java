package org.noticecascade.consistency.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.noticecascade.directory.Unit;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

/** The same on a real PostgreSQL server, which may also lose its unique keys. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class ConsistencyOnPostgresTest extends ConsistencyTest implements OnPostgres {

    @Test
    void noticesWhatGotDoubledWithoutItsUniqueKey(@Autowired Scenario scenario) {
        jdbc.sql("alter table assignment drop constraint assignment_once").update();
        jdbc.sql("alter table mail_outbox drop constraint mail_once").update();
        jdbc.sql("alter table reminder drop constraint reminder_once").update();
        try {
            jdbc.sql("""
                            insert into assignment (notice_id, unit_code, parent_id, level, depth, anc1, stage, due_date, original_due, instance_id)
                            select notice_id, unit_code, parent_id, level, depth, anc1, stage, due_date, original_due, instance_id
                              from assignment where unit_code = '310000'""").update();
            Difference doubled = look().get(0);
            assertThat(doubled.kind()).isEqualTo(Kind.UNIT_DOUBLED);
            assertThat(doubled.unitCode()).isEqualTo("310000");
            assertThat(doubled.chinese()).contains("上海", "有 2 条任务，应为 1 条", "assignment_once");
            jdbc.sql("delete from assignment where id = (select max(id) from assignment)")
                    .update();

            for (int copy = 0; copy < 2; copy++) {
                jdbc.sql("""
                                insert into mail_outbox (mail_key, kind, user_id, on_day, not_before)
                                values ('DIGEST:u310000staff:2026-03-04', 'DIGEST', 'u310000staff', date '2026-03-04', current_timestamp)""").update();
                jdbc.sql("""
                                insert into reminder (assignment_id, stage, round, on_day, kind, target_unit, target_role)
                                select id, stage, round, date '2026-03-04', 'DUE_SOON', unit_code, 'STAFF' from assignment where unit_code = '310000'""").update();
            }
            assertThat(kinds()).containsExactlyInAnyOrder(Kind.MAIL_DOUBLED, Kind.REMINDER_DOUBLED);
            repair();
            assertThat(look()).isEmpty();
        } finally {
            jdbc.sql("alter table assignment add constraint assignment_once unique (unit_code, notice_id)")
                    .update();
            jdbc.sql("alter table mail_outbox add constraint mail_once unique (mail_key)")
                    .update();
            jdbc.sql("""
                            alter table reminder add constraint reminder_once
                              unique (assignment_id, stage, round, on_day, kind, target_unit, target_role)""").update();
        }
    }

    /** The model as it is, but for the join, which does nothing: units deliver and nobody counts them. */
    @Test
    void noticesAndWakesASuperiorWhoseUnitsAreNotCountedAnyMore(@Autowired Scenario scenario) throws IOException {
        scenario.withStudySessionModel(
                model -> model.replace(
                        "delegateExpression=\"${joinSuperior}\"", "delegateExpression=\"${joinsNobody}\""),
                () -> {
                    long notice = scenario.issueTo("640000");
                    scenario.plan(notice, "640000");
                    scenario.study(notice, "640100", 12);
                    for (Unit county : scenario.units().childrenOf("640100")) {
                        assertThat(look()).as("a unit is still to come").isEmpty();
                        scenario.study(notice, county.code(), 2);
                        scenario.report(notice, county.code());
                    }
                    assertThat(scenario.assignment(notice, "640100").stage()).isEqualTo(Stage.WAITING);

                    Difference stuck = look().get(0);
                    assertThat(kinds()).containsExactly(Kind.SUPERIOR_STUCK);
                    assertThat(stuck.unitCode()).isEqualTo("640100");
                    assertThat(stuck.chinese()).contains("银川", "上级流程仍在等待");
                    repair();

                    assertThat(scenario.open(notice, "640100")).containsExactly("compileReport");
                    assertThat(look()).isEmpty();
                });
    }

    /** What a join without any effect is to the models. */
    static final class JoinsNobody implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    @TestConfiguration
    static class WithoutJoin {
        @Bean
        JoinsNobody joinsNobody() {
            return new JoinsNobody();
        }
    }
}
