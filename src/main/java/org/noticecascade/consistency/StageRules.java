package org.noticecascade.consistency;

import static org.noticecascade.consistency.Rule.OPEN;
import static org.noticecascade.consistency.Rule.PAGE;
import static org.noticecascade.consistency.Rule.paged;
import static org.noticecascade.consistency.Rule.select;
import static org.noticecascade.consistency.Rule.whole;

import java.util.List;

/** Stages agree with where the processes stand, and superiors with their units. */
final class StageRules {
    /** An execution that waits for a message has no element of its own, its subscription has. */
    private static final String PLACE = "coalesce(e.act_id_, s.activity_id_)";

    private static final String NOWHERE =
            "coalesce(" + PLACE + ", 'callActivity_unitReport') = 'callActivity_unitReport'";

    /** Where a process may stand in each stage. */
    private static final String FITS = """
            (a.stage = 'RECEIPT' and %1$s in ('userTask_signReceipt', 'serviceTask_startUnits')
             or a.stage = 'PLAN' and %1$s in ('userTask_draftPlan', 'userTask_approvePlan')
             or a.stage = 'STUDY' and %1$s in ('userTask_scheduleSession', 'userTask_holdSession', 'userTask_confirmSession')
             or a.stage = 'REVIEW' and %1$s in ('userTask_reviewPlan', 'userTask_reviewReport', 'serviceTask_startUnits')
             or a.stage = 'WAITING' and (%1$s = 'receiveTask_waitForUnits' or a.depth = 0 and %1$s = 'serviceTask_startUnits')
             or a.stage = 'REPORT' and %1$s in ('userTask_compileReport', 'userTask_approveReport',
                'userTask_compileNationalReport', 'userTask_approveNationalReport'))""".formatted(PLACE);

    private static final String PLACES = """
            from assignment a join act_ru_execution x on x.id_ = a.instance_id
              left join act_ru_execution r on r.root_proc_inst_id_ = a.instance_id
              left join act_ru_execution e on e.proc_inst_id_ = r.id_
              left join act_ru_event_subscr s on s.execution_id_ = e.id_
             where\s""";

    private static final String WAITS_IN_ENGINE = """
            exists (select 1 from act_ru_execution e join act_ru_event_subscr s on s.execution_id_ = e.id_
                     where e.proc_inst_id_ = a.instance_id and s.activity_id_ = 'receiveTask_waitForUnits')""";

    private static final String OPEN_BELOW =
            "exists (select 1 from assignment c where c.parent_id = a.id and c.stage" + OPEN + ")";

    /** A unit below, or the waiver of one, is about to wake the superior. */
    private static final String JOIN_UNDER_WAY = """
            exists (select 1 from assignment c
                      join act_ru_execution e on e.business_key_ = c.notice_id || '/' || c.unit_code and e.parent_id_ is null
                      join act_ru_job j on j.process_instance_id_ = e.id_ and j.retries_ > 0
                     where c.parent_id = a.id)""";

    private static final String WITH_SUPERIOR =
            "from assignment a join assignment p on p.id = a.parent_id join notice n on n.id = a.notice_id where "
                    + PAGE + " and a.stage" + OPEN;

    static final List<Rule> ALL = List.of(
            whole(Kind.UNIT_DOUBLED, """
                    select min(a.id) as assignment_id, a.notice_id as notice_id, a.unit_code as unit_code,
                           cast(min(a.id) as varchar) as subject, cast(count(*) as varchar) as found, '1' as expected
                      from assignment a group by a.notice_id, a.unit_code having count(*) > 1"""),
            whole(Kind.ADDRESSEE_WITHOUT_PART, """
                    select cast(null as bigint) as assignment_id, n.id as notice_id, u.code as unit_code,
                           n.id || '/' || u.code as subject, '-' as found, '-' as expected
                      from notice n join notice_addressee t on t.notice_id = n.id
                      join unit u on u.code = t.unit_code and u.active and u.level in ('DEPARTMENT', 'PROVINCE')
                     where n.status = 'ISSUED'
                       and not exists (select 1 from assignment a where a.notice_id = n.id and a.unit_code = u.code)"""),
            paged(
                    Kind.TREE_BROKEN,
                    select(
                                    "a.id",
                                    "a.depth || ' ' || coalesce(a.anc1, '-')",
                                    "(p.depth + 1) || ' ' || coalesce(p.anc1, a.unit_code)")
                            + "from assignment a join assignment p on p.id = a.parent_id where " + PAGE
                            + " and (a.notice_id <> p.notice_id or a.depth <> p.depth + 1"
                            + " or a.anc1 is distinct from coalesce(p.anc1, a.unit_code)"
                            + " or case a.depth when 1 then a.anc1 when 2 then a.anc2 when 3 then a.anc3 else a.anc4 end"
                            + " is distinct from a.unit_code)"),
            paged(
                    Kind.STAGE_ELSEWHERE,
                    select("a.id", "coalesce(min(" + PLACE + "), '-')", "a.stage") + PLACES + PAGE + " and a.stage"
                            + OPEN
                            + " group by a.id, a.notice_id, a.unit_code, a.stage having sum(case when " + FITS
                            + " then 1 else 0 end) = 0 or sum(case when " + NOWHERE + " or " + FITS
                            + " then 0 else 1 end) > 0"),
            paged(
                    Kind.WAIT_NOT_NOTED,
                    select("a.id", "a.stage", "a.stage") + "from assignment a where " + PAGE
                            + " and not a.waiting and a.stage = 'WAITING' and " + WAITS_IN_ENGINE),
            paged(
                    Kind.WAIT_NOTED_ONLY,
                    select("a.id", "a.stage", "a.stage") + "from assignment a where " + PAGE
                            + " and a.waiting and exists (select 1 from act_ru_execution r where r.id_ = a.instance_id)"
                            + " and not " + WAITS_IN_ENGINE),
            paged(
                    Kind.JOB_LOST,
                    select("e.id_", "e.act_id_", "e.act_id_")
                            + "from assignment a join act_ru_execution e on e.proc_inst_id_ = a.instance_id where "
                            + PAGE + " and e.act_id_ in ('serviceTask_startUnits', 'serviceTask_joinSuperior')"
                            + " and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_)"),
            paged(
                    Kind.SUPERIOR_STUCK,
                    select("a.id", "a.stage", "a.stage") + "from assignment a where " + PAGE
                            + " and a.waiting and not " + OPEN_BELOW + " and not " + JOIN_UNDER_WAY + " and "
                            + WAITS_IN_ENGINE),
            paged(
                    Kind.OPEN_IN_CLOSED_NOTICE,
                    select("a.id", "n.status", "a.stage") + WITH_SUPERIOR + " and n.status in ('CLOSED', 'ARCHIVED')"),
            paged(
                    Kind.OPEN_BELOW_WAIVED,
                    select("a.id", "p.stage", "a.stage") + WITH_SUPERIOR
                            + " and n.status = 'ISSUED' and p.stage = 'WAIVED'"),
            paged(
                    Kind.SUPERIOR_AHEAD,
                    select("a.id", "p.stage", "a.stage") + WITH_SUPERIOR
                            + " and n.status = 'ISSUED' and (p.stage in ('DELIVERED', 'MISSED')"
                            + " or p.depth > 0 and p.stage = 'REPORT')"));

    private StageRules() {}
}
