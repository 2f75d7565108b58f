package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.List;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The lights in the assignment table, a page of rows at a time and only where they change. */
@Repository
class Lights {
    static final String IN_GROUP = """
            a.id > :after and a.id <= :last and a.due_date = :due and a.level = :level and a.stage = :stage""";

    private final JdbcClient jdbc;

    Lights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next assignments after the cursor; closed ones too, so that the cursor passes them. */
    PageOfAssignments pageAfter(long cursor, int size) {
        return jdbc.sql("""
                        select coalesce(max(id), :cursor), count(*)
                          from (select id from assignment where id > :cursor order by id limit :size) page""")
                .param("cursor", cursor)
                .param("size", size)
                .query((row, number) -> new PageOfAssignments(cursor, row.getLong(1), row.getInt(2)))
                .single();
    }

    List<DueGroup> groupsIn(PageOfAssignments page) {
        return jdbc.sql("""
                        select distinct due_date, level, stage from assignment
                         where id > :after and id <= :last and due_date is not null""")
                .param("after", page.after())
                .param("last", page.last())
                .query((row, number) -> group(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)))
                .list();
    }

    /** Sets the light of a group; returns how many assignments the group has on the page. */
    int set(PageOfAssignments page, DueGroup group, Light light) {
        in(page, group, "update assignment a set light = :light where " + IN_GROUP + " and a.light <> :light")
                .param("light", light.name())
                .update();
        return in(page, group, "select count(*) from assignment a where " + IN_GROUP)
                .query(Integer.class)
                .single();
    }

    /** Whoever has no due date is on track. */
    void greenWithoutDue(PageOfAssignments page) {
        jdbc.sql("""
                        update assignment set light = 'GREEN'
                         where id > :after and id <= :last and due_date is null and light <> 'GREEN'""").param("after", page.after()).param("last", page.last()).update();
    }

    /** Overdue assignments behind the cursor that have a superior and are not escalated in this round, by id. */
    List<Overdue.Late> late(long cursor, LocalDate today, int limit) {
        return jdbc.sql("""
                        select a.id, a.due_date, a.level, a.stage from assignment a
                         where a.id > :cursor and a.due_date < :today and a.depth > 0
                           and not exists (select 1 from escalation e where e.assignment_id = a.id
                                              and e.stage = a.stage and e.round = a.round)
                         order by a.id limit :limit""")
                .param("cursor", cursor)
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new Overdue.Late(
                        row.getLong(1), group(row.getObject(2, LocalDate.class), row.getString(3), row.getString(4))))
                .list();
    }

    private StatementSpec in(PageOfAssignments page, DueGroup group, String sql) {
        return jdbc.sql(sql)
                .param("after", page.after())
                .param("last", page.last())
                .param("due", group.dueDate())
                .param("level", group.level().name())
                .param("stage", group.stage().name());
    }

    private static DueGroup group(LocalDate due, String level, String stage) {
        return new DueGroup(due, Level.valueOf(level), Stage.valueOf(stage));
    }
}
