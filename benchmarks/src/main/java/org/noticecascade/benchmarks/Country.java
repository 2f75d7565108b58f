package org.noticecascade.benchmarks;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One notice to the whole country, all parts in the same stage and due on the same day, written by SQL: provinces,
 * prefectures, counties (3,209 units) and, for the large case, invented townships below the counties.
 */
public final class Country {
    private static final int TOWNSHIPS = 41_352;

    private final JdbcTemplate jdbc;

    public Country(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the number of units that have a part in the notice. */
    int issue(boolean withTownships, LocalDate due) {
        if (withTownships) {
            addTownships();
        }
        addPersons();
        jdbc.update("""
                insert into notice (status, document_number, title, body, created_by, created_at, issue_date, issued_at)
                values ('ISSUED', '国市监示范〔2026〕1号', '关于开展标准化学习的通知', '', 'benchmark', now(), current_date, now())""");
        long notice = jdbc.queryForObject("select max(id) from notice", Long.class);
        jdbc.update("""
                insert into assignment (notice_id, unit_code, level, depth, stage)
                select ?, code, level, 0, 'WAITING' from unit where level = 'HQ'""", notice);
        for (String level : List.of("PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP")) {
            assign(notice, level, due);
        }
        jdbc.execute("analyze");
        return jdbc.queryForObject("select count(*) from assignment where depth > 0", Integer.class);
    }

    /** Invents the townships, below every county in turn. */
    public void addTownships() {
        List<String> counties =
                jdbc.queryForList("select code from unit where level = 'COUNTY' order by code", String.class);
        List<Object[]> rows = new ArrayList<>();
        for (int n = 0; n < TOWNSHIPS; n++) {
            String county = counties.get(n % counties.size());
            int serial = n / counties.size() + 1;
            rows.add(new Object[] {
                "%s%03d".formatted(county, serial), county, "第%d街道市场监督管理所（%s）".formatted(serial, county)
            });
        }
        jdbc.batchUpdate("insert into unit (code, parent_code, name, level) values (?, ?, ?, 'TOWNSHIP')", rows);
    }

    /** Three persons per unit, one for each role. */
    private void addPersons() {
        for (String role : List.of("STAFF", "LEAD", "SUPERVISOR")) {
            jdbc.update("""
                    insert into person (user_id, unit_code, name, email)
                    select 'u' || code || ?, code, '演示' || code, 'u' || code || ? || '@example.org' from unit""", role, role);
            jdbc.update("insert into person_role (user_id, role) select 'u' || code || ?, ? from unit", role, role);
        }
    }

    private void assign(long notice, String level, LocalDate due) {
        jdbc.update("""
                insert into assignment (notice_id, unit_code, parent_id, level, depth, anc1, anc2, anc3, anc4, stage,
                                        due_date, original_due)
                select ?, u.code, p.id, u.level, coalesce(p.depth, 0) + 1,
                       coalesce(p.anc1, u.code),
                       coalesce(p.anc2, case when p.depth = 1 then u.code end),
                       coalesce(p.anc3, case when p.depth = 2 then u.code end),
                       case when p.depth = 3 then u.code end,
                       'RECEIPT', ?, ?
                  from unit u left join assignment p on p.unit_code = u.parent_code
                 where u.level = ?""", notice, Date.valueOf(due), Date.valueOf(due), level);
    }
}
