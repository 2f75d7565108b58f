package org.noticecascade.consistency;

import static org.noticecascade.consistency.Rule.OPEN;
import static org.noticecascade.consistency.Rule.PAGE;
import static org.noticecascade.consistency.Rule.paged;
import static org.noticecascade.consistency.Rule.select;

import java.util.List;
import java.util.Map;

/** Dates, figures, versions and ledger say the same. */
final class RecordRules {
    private static final String ROWS = " where assignment_id > :after and assignment_id <= :last";

    /** The number of the newest version of a kind. */
    private static final String NEWEST = """
            (select max(v.version) from submission v where v.assignment_id = s.assignment_id and v.kind = s.kind)""";

    /** What the confirmed session of an assignment {@code a} says. */
    static final String PARTICIPANTS = """
            (select s2.participants from submission s join study_session s2 on s2.submission_id = s.id
              where s.assignment_id = a.id and s.kind = 'SESSION' and s.status = 'APPROVED' and s.version = %s)""".formatted(NEWEST);

    /** What the submissions and the row itself say should be in the ledger; one row for each. */
    private static final String ACTS = """
            select t.assignment_id, t.act, sum(t.should) as should, sum(t.acts) as acts from (
              select assignment_id, kind || '_SUBMITTED' as act, 1 as should, 0 as acts from submission%1$s and submitted_at is not null
              union all select assignment_id, kind || '_RETURNED', 1, 0 from submission%1$s and status = 'RETURNED'
              union all select assignment_id, kind || '_ACCEPTED', 1, 0 from submission%1$s and status = 'ACCEPTED'
              union all select s.assignment_id, case s.kind when 'SESSION' then 'SESSION_CONFIRMED' else s.kind || '_APPROVED' end, 1, 0
                          from submission s join assignment a on a.id = s.assignment_id
                         where %2$s and s.approved_at is not null and a.depth > 0
              union all select a.id, case a.stage when 'DELIVERED' then 'DELIVERED' else 'WAIVED' end, 1, 0
                          from assignment a where %2$s and a.stage in ('DELIVERED', 'WAIVED')
              union all select a.id, 'SIGNED', 1, 0 from assignment a where %2$s and a.signed_at is not null
              union all select assignment_id, act, 0, 1 from ledger%1$s
                           and act in ('PLAN_SUBMITTED', 'PLAN_APPROVED', 'PLAN_ACCEPTED', 'PLAN_RETURNED', 'SESSION_SUBMITTED',
                               'SESSION_CONFIRMED', 'SESSION_RETURNED', 'REPORT_SUBMITTED', 'REPORT_APPROVED',
                               'REPORT_ACCEPTED', 'REPORT_RETURNED', 'SIGNED', 'DELIVERED', 'WAIVED')
            ) t group by t.assignment_id, t.act
            having sum(t.acts) < sum(t.should) or sum(t.acts) > sum(t.should) and (t.act <> 'SIGNED' or sum(t.acts) > 1)""".formatted(ROWS, PAGE);

    /** By column of an assignment {@code a}: when what it stands for happened. */
    static final Map<String, String> MILESTONES = Map.of(
            "signed_at", "(select min(l.at) from ledger l where l.assignment_id = a.id and l.act = 'SIGNED')",
            "planned_at", decided("PLAN", "decided_at", "ACCEPTED"),
            "held_at", decided("SESSION", "approved_at", "APPROVED"),
            "reported_at", decided("REPORT", "decided_at", "ACCEPTED"));

    static final List<Rule> ALL = List.of(
            paged(
                    Kind.TASK_DUE,
                    select(
                                    "t.id_",
                                    "coalesce(cast(cast(t.due_date_ as date) as varchar), '-')",
                                    "coalesce(cast(a.due_date as varchar), '-')")
                            + "from assignment a join act_ru_execution e on e.root_proc_inst_id_ = a.instance_id"
                            + " join act_ru_task t on t.proc_inst_id_ = e.id_ where " + PAGE
                            + " and cast(t.due_date_ as date) is distinct from a.due_date"),
            paged(
                    Kind.PARTICIPANTS,
                    select(
                                    "a.id",
                                    "coalesce(cast(a.participants as varchar), '-')",
                                    "coalesce(cast(" + PARTICIPANTS + " as varchar), '-')")
                            + "from assignment a where " + PAGE + " and a.participants is distinct from "
                            + PARTICIPANTS),
            milestone("signed_at"),
            milestone("planned_at"),
            milestone("held_at"),
            milestone("reported_at"),
            paged(
                    Kind.LIGHT_WITHOUT_DUE,
                    select("a.id", "a.light", "'GREEN'") + "from assignment a where " + PAGE
                            + " and a.due_date is null and a.light <> 'GREEN'"),
            paged(
                    Kind.LEDGER_COUNT,
                    select("a.id || ' ' || g.act", "g.act || ' x ' || g.acts", "g.act || ' x ' || g.should") + "from ("
                            + ACTS + ") g join assignment a on a.id = g.assignment_id"),
            paged(
                    Kind.SUBMISSION_ELSEWHERE,
                    select("s.id", "s.kind || ' ' || s.status", "e.act_id_") + """
                    from assignment a
                      join act_ru_execution r on r.root_proc_inst_id_ = a.instance_id
                      join act_ru_execution e on e.proc_inst_id_ = r.id_
                      join submission s on s.assignment_id = a.id and s.version = %s
                       and s.kind = case when e.act_id_ like '%%Plan' then 'PLAN' when e.act_id_ like '%%Session' then 'SESSION' else 'REPORT' end
                     where %s and a.stage%s and e.act_id_ like 'userTask!_%%' escape '!' and e.act_id_ <> 'userTask_signReceipt'
                       and s.status <> case when e.act_id_ like 'userTask!_draft%%' escape '!' or e.act_id_ like 'userTask!_compile%%' escape '!'
                                              or e.act_id_ in ('userTask_scheduleSession', 'userTask_holdSession') then 'DRAFT'
                                            when e.act_id_ like 'userTask!_review%%' escape '!' then 'APPROVED' else 'SUBMITTED' end""".formatted(NEWEST, PAGE, OPEN)),
            paged(
                    Kind.SUBMISSION_TWO_OPEN,
                    select("s.id", "s.kind || ' ' || s.status", "'RETURNED'") + """
                    from assignment a join submission s on s.assignment_id = a.id
                     where %s and s.status <> 'RETURNED' and s.version < %s""".formatted(PAGE, NEWEST)),
            paged(
                    Kind.SUBMISSION_WITHOUT_CONTENT,
                    select("s.id", "s.kind || ' ' || s.version", "s.kind") + """
                    from assignment a join submission s on s.assignment_id = a.id
                     where %s and (s.kind = 'PLAN' and not exists (select 1 from plan c where c.submission_id = s.id)
                        or s.kind = 'SESSION' and not exists (select 1 from study_session c where c.submission_id = s.id)
                        or s.kind = 'REPORT' and not exists (select 1 from report c where c.submission_id = s.id))""".formatted(PAGE)));

    private RecordRules() {}

    private static Rule milestone(String column) {
        String truth = MILESTONES.get(column);
        return paged(
                Kind.MILESTONE,
                select(
                                "'" + column + " ' || a.id",
                                "'" + column + " ' || coalesce(cast(a." + column + " as varchar), '-')",
                                "coalesce(cast(" + truth + " as varchar), '-')")
                        + "from assignment a where " + PAGE + " and (a." + column + " is null) <> (" + truth
                        + " is null)");
    }

    private static String decided(String kind, String at, String status) {
        return "(select min(s.%s) from submission s where s.assignment_id = a.id and s.kind = '%s' and s.status = '%s')"
                .formatted(at, kind, status);
    }
}
