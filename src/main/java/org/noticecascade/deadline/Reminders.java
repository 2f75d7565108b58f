package org.noticecascade.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.noticecascade.CurrentUser;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Assignment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What units and their superiors are told of a stage; each once, whoever repeats the work. */
@Repository
public class Reminders {
    private static final String PERSONS = """
             from reminder r
             join person_role pr on pr.role = r.target_role
             join person p on p.user_id = pr.user_id and p.unit_code = r.target_unit and p.active
            where r.on_day = :day""";

    static final String WORKERS = "select distinct p.user_id" + PERSONS + """

             and not exists (select 1 from reminder r2
                               join person_role sr on sr.user_id = p.user_id and sr.role = 'SUPERVISOR'
                              where r2.on_day = :day and r2.target_unit = p.unit_code
                                and r2.target_role = 'SUPERVISOR')
             order by p.user_id""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;

    Reminders(JdbcClient jdbc, Clock clock, CurrentUser user) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
    }

    /**
     * Writes the reminders of one group on a page for one target.
     *
     * @return how many were new
     */
    int remind(PageOfAssignments page, DueGroup group, ReminderKind kind, Target target, LocalDate day) {
        return jdbc.sql("""
                        insert into reminder (assignment_id, stage, round, on_day, kind, target_unit, target_role,
                                              made_at)
                        select a.id, a.stage, a.round, cast(:day as date), cast(:kind as varchar(12)), %1$s,
                               cast(:role as varchar(12)), cast(:now as timestamp(3) with time zone)
                          from assignment a
                          left join assignment p on p.id = a.parent_id
                          left join assignment g on g.id = p.parent_id
                         where %2$s and %1$s is not null
                           and not exists (select 1 from reminder r where r.assignment_id = a.id
                                              and r.stage = a.stage and r.round = a.round and r.on_day = :day
                                              and r.kind = :kind and r.target_unit = %1$s
                                              and r.target_role = :role)""".formatted(target.unit(), Lights.IN_GROUP))
                .param("day", day)
                .param("kind", kind.name())
                .param("now", OffsetDateTime.now(clock))
                .param("role", target.role().name())
                .param("after", page.after())
                .param("last", page.last())
                .param("due", group.dueDate())
                .param("level", group.level().name())
                .param("stage", group.stage().name())
                .update();
    }

    /** Whether the unit was urged on that day. */
    boolean urgedOn(long assignmentId, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from reminder
                         where assignment_id = :id and on_day = :day and kind = 'URGE'""")
                        .param("id", assignmentId)
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Urges the unit's own people in one role. Nested, so that the caller's transaction survives coming second.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it was urged that day already
     */
    @Transactional(propagation = Propagation.NESTED)
    public void urge(Assignment unit, LocalDate day, Role role) {
        jdbc.sql("""
                        insert into reminder (assignment_id, stage, round, on_day, kind, target_unit, target_role,
                                              made_at, made_by)
                        values (:id, :stage, :round, :day, 'URGE', :unit, :role, :now, :by)""")
                .param("id", unit.id())
                .param("stage", unit.stage().name())
                .param("round", unit.round())
                .param("day", day)
                .param("unit", unit.unitCode())
                .param("role", role.name())
                .param("now", OffsetDateTime.now(clock))
                .param("by", user.id())
                .update();
    }

    /**
     * Ids of those who are reminded on that day and not as supervisors, in order. Each is asked about on their own: H2 would
     * put together everybody who is reminded as a supervisor again for each of them.
     */
    public List<String> workersRemindedOn(LocalDate day) {
        return jdbc.sql(WORKERS).param("day", day).query(String.class).list();
    }

    /** Ids of those who are reminded on that day as supervisors, or have an escalation to handle since, in order. */
    public List<String> supervisorsToldOn(LocalDate day, OffsetDateTime since) {
        return jdbc.sql("select p.user_id" + PERSONS + """

                         and r.target_role = 'SUPERVISOR'
                         union
                        select p.user_id from escalation e
                          join assignment a on a.id = e.assignment_id
                          join unit u on u.code = a.unit_code
                          join person p on p.unit_code = u.parent_code and p.active
                          join person_role pr on pr.user_id = p.user_id and pr.role = 'SUPERVISOR'
                         where e.status = 'OPEN' and e.opened_at >= :since
                         order by 1""")
                .param("day", day)
                .param("since", since)
                .query(String.class)
                .list();
    }
}
