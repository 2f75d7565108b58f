package org.noticecascade.benchmarks.people;

import java.util.List;
import org.noticecascade.benchmarks.Heap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much is there: rows by the tables' families, the database, the heap. */
final class Growth {
    private final JdbcTemplate jdbc;

    Growth(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * At one moment.
     *
     * @param own rows of the service's tables that one notice after the other adds to
     * @param running rows of ACT_RU but permissions of accounts
     * @param history rows of ACT_HI
     * @param overdue rows of ACT_HI whose removal time has passed
     */
    record Size(long own, long running, long history, long overdue, long databaseMib, long heapMib) {}

    Size now() {
        List<String> tables = jdbc.queryForList("select tablename from pg_tables where schemaname = 'public' order by 1", String.class);
        long own = 0;
        long running = 0;
        long history = 0;
        long overdue = 0;
        for (String table : tables) {
            if (table.startsWith("act_hi_")) {
                history += count(table);
                overdue += removable(table);
            } else if (table.startsWith("act_ru_")) {
                running += table.equals("act_ru_authorization")
                        ? count(table + " where resource_type_ not in (1, 2, 11)")
                        : count(table);
            } else if (!table.startsWith("act_") && !List.of("person", "person_role", "unit").contains(table)) {
                own += count(table);
            }
        }
        long bytes = jdbc.queryForObject("select pg_database_size(current_database())", Long.class);
        return new Size(own, running, history, overdue, bytes >> 20, Heap.usedMib());
    }

    /** Rows of history that clean-up should have taken. */
    long overdue(java.time.OffsetDateTime now) {
        return jdbc.queryForObject("select count(*) from act_hi_procinst where end_time_ is not null and removal_time_ < ?", Long.class, now.toLocalDateTime());
    }

    private long removable(String table) {
        boolean has = jdbc.queryForObject(
                "select count(*) from information_schema.columns where table_name = ? and column_name = 'removal_time_'",
                Integer.class, table) > 0;
        return has ? count(table + " where removal_time_ < (select max(started_at) from patrol)") : 0;
    }

    private long count(String from) {
        return jdbc.queryForObject("select count(*) from " + from, Long.class);
    }
}
