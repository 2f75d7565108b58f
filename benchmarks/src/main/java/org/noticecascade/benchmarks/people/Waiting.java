package org.noticecascade.benchmarks.people;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose desk has an open task, by the database; nobody sits at two desks at once. */
final class Waiting {
    private static final int LOOK_AHEAD = 3_000;
    private static final long PAUSE_NANOS = 300_000_000;

    private final JdbcTemplate jdbc;
    private final Scope scope;
    private final Queue<String> next = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();
    private long looked = System.nanoTime() - PAUSE_NANOS;

    Waiting(JdbcTemplate jdbc, Scope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** Somebody with work to do, or {@code null} if there is nobody just now. */
    synchronized String take() {
        if (next.isEmpty() && System.nanoTime() - looked >= PAUSE_NANOS) {
            looked = System.nanoTime();
            jdbc.queryForList("""
                            select l.group_id_ from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                             where t.assignee_ is null and l.type_ = 'candidate' and %s
                             group by l.group_id_ order by min(t.create_time_) limit %d""".formatted(scope.condition(), LOOK_AHEAD), String.class).stream()
                    .map(Accounts::ofGroup)
                    .filter(user -> !taken.contains(user))
                    .forEach(next::add);
        }
        String user = next.poll();
        if (user != null) {
            taken.add(user);
        }
        return user;
    }

    synchronized void release(String user) {
        taken.remove(user);
    }

    /** Whether nobody has anything to do and nobody is doing anything. */
    synchronized boolean idle() {
        return next.isEmpty() && taken.isEmpty() && left() == 0;
    }

    /** Open tasks of the scope, and units whose part was given but not started. */
    private long left() {
        return jdbc.queryForObject("""
                        select (select count(*) from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_ where %s)
                             + (select count(*) from act_ru_job where type_ = 'message')""".formatted(scope.condition()), Long.class);
    }
}
