package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.noticecascade.directory.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a notice goes to and until when: its addressees and its due dates per level and stage. */
@Repository
public class Addressing {
    private final JdbcClient jdbc;

    Addressing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes of the units directly below headquarters the notice is addressed to, in code order. */
    public List<String> addresseesOf(long noticeId) {
        return jdbc.sql("select unit_code from notice_addressee where notice_id = :id order by unit_code")
                .param("id", noticeId)
                .query(String.class)
                .list();
    }

    void address(long noticeId, Collection<String> unitCodes) {
        jdbc.sql("delete from notice_addressee where notice_id = :id")
                .param("id", noticeId)
                .update();
        if (!unitCodes.isEmpty()) {
            jdbc.sql("""
                            insert into notice_addressee (notice_id, unit_code)
                            select cast(:id as bigint), code from unit where code in (:codes)""").param("id", noticeId).param("codes", unitCodes).update();
        }
    }

    public List<Due> duesOf(long noticeId) {
        return jdbc.sql("select level, stage, due_date from notice_due where notice_id = :id order by due_date, level")
                .param("id", noticeId)
                .query((row, number) -> new Due(
                        Level.valueOf(row.getString(1)),
                        Stage.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class)))
                .list();
    }

    /** The day the notice sets for that stage at that level; empty where it sets none. */
    public Optional<LocalDate> dueOf(long noticeId, Level level, Stage stage) {
        return Due.find(duesOf(noticeId), level, stage);
    }

    /** Notices that are drafted or under way and set a date in that span, both days included. */
    public List<Long> noticesDueBetween(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select distinct d.notice_id from notice_due d join notice n on n.id = d.notice_id
                         where d.due_date between :from and :to and n.status in ('DRAFT', 'SIGNING', 'ISSUED')
                         order by d.notice_id""")
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .list();
    }

    /** The dates that stand in the notice's own text, as the person confirmed them. */
    public Set<LocalDate> datesWrittenIn(long noticeId) {
        return new HashSet<>(
                jdbc.sql("""
                        select distinct due_date from notice_requirement
                         where notice_id = :id and selected and due_date is not null""").param("id", noticeId).query(LocalDate.class).list());
    }

    /** Moves one date of a notice. */
    public void move(long noticeId, Due due, LocalDate moved) {
        jdbc.sql("update notice_due set due_date = :due where notice_id = :id and level = :level and stage = :stage")
                .param("due", moved)
                .param("id", noticeId)
                .param("level", due.level().name())
                .param("stage", due.stage().name())
                .update();
    }

    void setDues(long noticeId, Collection<Due> dues) {
        jdbc.sql("delete from notice_due where notice_id = :id")
                .param("id", noticeId)
                .update();
        for (Due due : dues) {
            jdbc.sql("insert into notice_due values (:id, :level, :stage, :due)")
                    .param("id", noticeId)
                    .param("level", due.level().name())
                    .param("stage", due.stage().name())
                    .param("due", due.dueDate())
                    .update();
        }
    }
}
