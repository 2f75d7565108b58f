package org.noticecascade.consistency;

import static org.noticecascade.consistency.Rule.OPEN;
import static org.noticecascade.consistency.Rule.PAGE;
import static org.noticecascade.consistency.Rule.UNIT_PROCESSES;
import static org.noticecascade.consistency.Rule.batchUnderWay;
import static org.noticecascade.consistency.Rule.paged;
import static org.noticecascade.consistency.Rule.select;
import static org.noticecascade.consistency.Rule.whole;

import java.util.List;

/** Every open part has its one process, and no process is without a part. */
final class InstanceRules {
    private static final String BUSINESS_KEY = "a.notice_id || '/' || a.unit_code";

    /** The superior's process is still about to start its units. */
    private static final String SUPERIOR_IS_STARTING = """
            exists (select 1 from assignment p
                      join act_ru_job j on j.process_instance_id_ = p.instance_id and j.retries_ > 0
                      join act_ru_execution e on e.id_ = j.execution_id_ and e.act_id_ = 'serviceTask_startUnits'
                     where p.id = a.parent_id)""";

    private static final String RUNS = "exists (select 1 from act_ru_execution r where r.id_ = a.instance_id)";

    private static final String WITHDRAWAL_UNDER_WAY = """
            exists (select 1 from act_ru_execution e join act_ru_job j on j.execution_id_ = e.id_ and j.retries_ > 0
                     where e.act_id_ = 'serviceTask_withdrawUnit')""";

    /** Of its process and of what that has called. */
    private static final String EXECUTIONS = "join act_ru_execution r on r.root_proc_inst_id_ = a.instance_id"
            + " join act_ru_execution e on e.proc_inst_id_ = r.id_ ";

    static final List<Rule> ALL = List.of(
            paged(
                    Kind.NOT_STARTED,
                    select("a.id", "a.stage", "a.stage") + "from assignment a where " + PAGE
                            + " and a.instance_id is null and a.stage" + OPEN + " and not " + SUPERIOR_IS_STARTING
                            + " and not exists (select 1 from act_ru_execution x where x.business_key_ = "
                            + BUSINESS_KEY + " and x.parent_id_ is null and x.super_exec_ is null)"),
            paged(
                    Kind.INSTANCE_GONE,
                    select("a.id", "a.instance_id", "a.stage") + "from assignment a where " + PAGE
                            + " and a.instance_id is not null and a.stage" + OPEN + " and not " + RUNS
                            + " and not exists (select 1 from " + UNIT_PROCESSES + " and x.business_key_ = "
                            + BUSINESS_KEY + ")"),
            paged(
                    Kind.INSTANCE_NOT_NOTED,
                    select("min(x.id_)", "coalesce(min(a.instance_id), '-')", "min(x.id_)")
                            + "from assignment a, " + UNIT_PROCESSES + " and x.business_key_ = " + BUSINESS_KEY
                            + " and " + PAGE + " and a.stage" + OPEN + " and not " + RUNS
                            + " group by a.id, a.notice_id, a.unit_code"),
            paged(
                    Kind.INSTANCE_DOUBLED,
                    select("x.id_", "x.id_", "a.instance_id") + "from assignment a, " + UNIT_PROCESSES
                            + " and x.business_key_ = " + BUSINESS_KEY + " and " + PAGE
                            + " and x.id_ <> a.instance_id and " + RUNS),
            whole(Kind.INSTANCE_ORPHANED, """
                    select cast(null as bigint) as assignment_id, cast(null as bigint) as notice_id,
                           substring(x.business_key_ from position('/' in x.business_key_) + 1) as unit_code,
                           x.id_ as subject, x.id_ as found, '-' as expected
                      from %s and not exists (
                           select 1 from assignment a
                            where a.unit_code = substring(x.business_key_ from position('/' in x.business_key_) + 1)
                              and a.notice_id || '/' || a.unit_code = x.business_key_)""".formatted(UNIT_PROCESSES)),
            paged(
                    Kind.FINISHED_BUT_RUNNING,
                    select("a.instance_id", "a.instance_id", "a.stage") + "from assignment a where " + PAGE
                            + " and a.stage in ('MISSED', 'WAIVED') and " + RUNS + " and not "
                            + batchUnderWay("instance-deletion") + " and not " + WITHDRAWAL_UNDER_WAY),
            paged(
                    Kind.DELIVERED_BUT_RUNNING,
                    select("a.instance_id", "min(e.act_id_)", "min('serviceTask_joinSuperior')")
                            + "from assignment a " + EXECUTIONS + "where "
                            + PAGE + " and a.stage = 'DELIVERED'"
                            + " and e.act_id_ not in ('serviceTask_joinSuperior', 'userTask_archiveNotice')"
                            + " group by a.id, a.notice_id, a.unit_code, a.instance_id"));

    private InstanceRules() {}
}
