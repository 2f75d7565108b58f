package org.noticecascade.benchmarks.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must not be there once every task of every notice was completed, asked of the tables themselves. */
final class Remains {
    private static final long LOOK_NANOS = 200_000_000;
    private static final int MOST_LOOKS = 600;

    private final JdbcTemplate jdbc;

    Remains(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the last jobs, then returns everything that was left or doubled; empty if all is well. */
    List<String> afterAll() {
        String running = "select count(*) from act_ru_execution";
        for (int looked = 0; looked < MOST_LOOKS && count(running) > 0; looked++) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        List<String> found = new ArrayList<>();
        expect(found, "executions", running, 0);
        expect(found, "tasks", "select count(*) from act_ru_task", 0);
        expect(found, "jobs of instances", "select count(*) from act_ru_job where process_instance_id_ is not null", 0);
        expect(found, "incidents", "select count(*) from act_ru_incident", 0);
        expect(found, "variables", "select count(*) from act_ru_variable", 0);
        expect(found, "candidates", "select count(*) from act_ru_identitylink", 0);
        expect(found, "waiting messages", "select count(*) from act_ru_event_subscr where proc_inst_id_ is not null", 0);
        expect(found, "permissions on tasks", "select count(*) from act_ru_authorization where resource_type_ = 7", 0);
        expect(found, "open parts", "select count(*) from assignment where depth > 0 and stage not in ('DELIVERED', 'WAIVED')", 0);
        expect(found, "notices not archived", "select count(*) from notice where status <> 'ARCHIVED'", 0);
        for (String act : List.of("SIGNED", "DELIVERED", "REPORT_ACCEPTED")) {
            expect(found, "parts without exactly one " + act, """
                    select count(*) from assignment a where a.depth > 0 and a.stage = 'DELIVERED'
                       and (select count(*) from ledger l where l.assignment_id = a.id and l.act = '%s') <> 1"""
                    .formatted(act), 0);
        }
        return found;
    }

    /** What must hold at any moment: nothing has failed. */
    List<String> underway() {
        List<String> found = new ArrayList<>();
        expect(found, "incidents", "select count(*) from act_ru_incident", 0);
        expect(found, "jobs without retries", "select count(*) from act_ru_job where retries_ = 0", 0);
        expect(found, "parts signed for twice", """
                select count(*) from (select assignment_id from ledger where act in ('SIGNED', 'DELIVERED')
                                       group by assignment_id, act having count(*) > 1) twice""", 0);
        return found;
    }

    private void expect(List<String> found, String what, String sql, long wanted) {
        long is = count(sql);
        if (is != wanted) {
            found.add("%,d %s".formatted(is, what));
        }
    }

    private long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }
}
