package org.noticecascade.faults;

import java.time.LocalDate;
import java.util.List;
import org.noticecascade.faults.Load.PersonRow;
import org.noticecascade.faults.Load.UnitRow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a load straight into the tables. */
final class LoadRows {
    private final JdbcTemplate jdbc;
    private final LocalDate today;

    LoadRows(Database database, LocalDate today) {
        this.jdbc = database.jdbc();
        this.today = today;
    }

    void insert(Load load) {
        everyDayIsWorked();
        long notice = jdbc.queryForObject("""
                insert into notice (status, document_number, title, issue_date, body, created_by, created_at, issued_at)
                values ('ISSUED', '国总发〔2026〕1号', '关于开展学习活动的通知', ?, '正文', 'staff000000', now(), now())
                returning id""", Long.class, today.minusDays(30));
        jdbc.batchUpdate(
                """
                insert into assignment (notice_id, unit_code, level, depth, stage, due_date, original_due)
                values (?, ?, ?, 0, ?, ?, ?)""", load.units().stream().map(unit -> assignment(notice, unit)).toList());
        jdbc.update("""
                update assignment a set parent_id = p.id from assignment p, unit u
                 where u.code = a.unit_code and p.unit_code = u.parent_code""");
        placeInTheTree();
        people(load.persons());
        jdbc.execute("analyze");
    }

    /** Weekends and holidays too, so that a run means the same on any day of the year. */
    private void everyDayIsWorked() {
        everyDayIsWorked(jdbc, today, 5);
    }

    static void everyDayIsWorked(Database database, LocalDate today, int daysAhead) {
        everyDayIsWorked(database.jdbc(), today, daysAhead);
    }

    private static void everyDayIsWorked(JdbcTemplate jdbc, LocalDate today, int daysAhead) {
        LocalDate last = today.plusDays(daysAhead);
        jdbc.update("delete from calendar_day where on_date between ? and ?", today.minusDays(20), last);
        jdbc.update("""
                insert into calendar_day (on_date, kind, name, source)
                select d, 'WORK', '演练', '演练' from generate_series(?::date, ?::date, interval '1 day') d""", today.minusDays(20), last);
    }

    private Object[] assignment(long notice, UnitRow unit) {
        LocalDate due = today.minusDays(unit.late());
        String stage =
                switch (unit.level()) {
                    case "HQ" -> "REPORT";
                    case "PROVINCE" -> "PLAN";
                    default -> "STUDY";
                };
        return new Object[] {notice, unit.code(), unit.level(), stage, due, due};
    }

    private void placeInTheTree() {
        jdbc.update("update assignment a set depth = 1, anc1 = unit_code where level = 'PROVINCE'");
        jdbc.update("""
                update assignment a set depth = 2, anc1 = p.anc1, anc2 = a.unit_code from assignment p
                 where p.id = a.parent_id and p.depth = 1""");
        jdbc.update("""
                update assignment a set depth = 3, anc1 = p.anc1, anc2 = p.anc2, anc3 = a.unit_code from assignment p
                 where p.id = a.parent_id and p.depth = 2""");
    }

    private void people(List<PersonRow> persons) {
        jdbc.batchUpdate(
                "insert into person (user_id, unit_code, name, email) values (?, ?, ?, ?)",
                persons.stream()
                        .map(person ->
                                new Object[] {person.id(), person.unit(), "演练人员" + person.unit(), person.address()})
                        .toList());
        jdbc.batchUpdate(
                "insert into person_role (user_id, role) values (?, ?)",
                persons.stream()
                        .flatMap(person -> person.roles().stream().map(role -> new Object[] {person.id(), role}))
                        .toList());
    }
}
