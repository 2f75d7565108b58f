package org.noticecascade.consistency;

import static org.noticecascade.consistency.Rule.PAGE;
import static org.noticecascade.consistency.Rule.batchUnderWay;
import static org.noticecascade.consistency.Rule.paged;
import static org.noticecascade.consistency.Rule.select;
import static org.noticecascade.consistency.Rule.whole;

import java.util.List;

/** Reminders, mails, escalations, extensions, and what the engine itself says is wrong. */
final class AroundRules {
    private static final String NO_UNIT =
            "select cast(null as bigint) as assignment_id, cast(null as bigint) as notice_id, cast(null as varchar) as unit_code, ";

    /** The part of a process by its business key. */
    private static final String PART_OF_X =
            "a.unit_code = substring(x.business_key_ from position('/' in x.business_key_) + 1)"
                    + " and a.notice_id || '/' || a.unit_code = x.business_key_";

    private static final String CORRELATION = batchUnderWay("correlate-message");
    private static final String DELETION = batchUnderWay("instance-deletion");

    static final List<Rule> ALL = List.of(
            paged(Kind.REMINDER_DOUBLED, select("min(r.id)", "count(*)", "1") + """
                    from assignment a join reminder r on r.assignment_id = a.id where %s
                     group by a.id, a.notice_id, a.unit_code, r.stage, r.round, r.on_day, r.kind, r.target_unit, r.target_role
                    having count(*) > 1""".formatted(PAGE)),
            whole(Kind.MAIL_DOUBLED, NO_UNIT + """
                    mail_key as subject, cast(count(*) as varchar) as found, '1' as expected
                      from mail_outbox group by mail_key having count(*) > 1"""),
            whole(Kind.MAIL_HELD, NO_UNIT + """
                    cast(id as varchar) as subject, cast(claimed_until as varchar) as found, '-' as expected
                      from mail_outbox where status = 'SENDING' and (claimed_until is null or claimed_until < :stale)"""),
            whole(Kind.MAIL_WITHOUT_SUBJECT, NO_UNIT + """
                    cast(o.id as varchar) as subject, o.mail_key as found, '-' as expected
                      from mail_outbox o where o.status = 'WAITING'
                       and (not exists (select 1 from person p where p.user_id = o.user_id)
                            or o.kind = 'EXTENSION' and not exists (select 1 from extension e where e.id = o.subject_id)
                            or o.kind = 'RETURN' and o.mail_key like 'RETURN:NOTICE:%'
                               and not exists (select 1 from notice n where n.id = o.subject_id)
                            or o.kind = 'RETURN' and o.mail_key not like 'RETURN:NOTICE:%'
                               and not exists (select 1 from submission s where s.id = o.subject_id))"""),
            whole(Kind.ESCALATION_WITHOUT_PROCESS, select("s.id", "coalesce(s.instance_id, '-')", "s.stage") + """
                    from escalation s join assignment a on a.id = s.assignment_id where s.status = 'OPEN'
                       and not exists (select 1 from act_ru_execution e where e.id_ = s.instance_id)"""),
            whole(
                    Kind.ESCALATION_OUTLIVED,
                    select("s.id", "s.stage || ' ' || s.round", "a.stage || ' ' || a.round")
                            + """
                    from escalation s join assignment a on a.id = s.assignment_id where s.status = 'OPEN'
                       and (s.stage <> a.stage or s.round <> a.round)
                       and exists (select 1 from act_ru_execution e where e.id_ = s.instance_id)
                       and not %s and not %s""".formatted(CORRELATION, DELETION)),
            whole(
                    Kind.ESCALATION_PROCESS_ORPHANED,
                    select("t.proc_inst_id_", "t.proc_inst_id_", "'-'") + """
                    from act_ru_task t join act_ru_execution x on x.id_ = t.proc_inst_id_
                      left join assignment a on %s
                     where t.task_def_key_ = 'userTask_handleOverdue' and not %s
                       and not exists (select 1 from escalation s where s.instance_id = x.id_ and s.status = 'OPEN')""".formatted(PART_OF_X, DELETION)),
            whole(Kind.EXTENSION_WITHOUT_PROCESS, select("s.id", "s.to_due", "s.stage") + """
                    from extension s join assignment a on a.id = s.assignment_id where s.status = 'ASKED' and not exists (
                           select 1 from act_ru_execution x join act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'deadline-extension'
                            where x.parent_id_ is null and x.business_key_ = a.notice_id || '/' || a.unit_code)"""),
            whole(Kind.EXTENSION_OUTLIVED, select("s.id", "s.stage", "a.stage") + """
                    from extension s join assignment a on a.id = s.assignment_id where s.status = 'ASKED' and s.stage <> a.stage
                       and exists (select 1 from act_ru_execution x join act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'deadline-extension'
                            where x.parent_id_ is null and x.business_key_ = a.notice_id || '/' || a.unit_code)
                       and not %s and not %s""".formatted(CORRELATION, DELETION)),
            whole(
                    Kind.EXTENSION_PROCESS_ORPHANED,
                    select("t.proc_inst_id_", "t.proc_inst_id_", "'-'") + """
                    from act_ru_task t join act_ru_execution x on x.id_ = t.proc_inst_id_
                      left join assignment a on %s
                     where t.task_def_key_ = 'userTask_decideExtension' and not %s
                       and not exists (select 1 from extension s where s.assignment_id = a.id and s.status = 'ASKED')""".formatted(PART_OF_X, DELETION)),
            whole(
                    Kind.FINAL_TIMER,
                    select(
                                    "n.id",
                                    "coalesce(cast(cast(j.duedate_ as date) as varchar), '-')",
                                    "cast(f.due_date + interval '1' day as date)")
                            + """
                    from notice n join assignment a on a.notice_id = n.id and a.depth = 0 and a.waiting
                      join notice_due f on f.notice_id = n.id and f.level = 'HQ' and f.stage = 'REPORT'
                      left join act_ru_job j on j.process_instance_id_ = a.instance_id and j.type_ = 'timer'
                     where n.status = 'ISSUED'
                       and cast(j.duedate_ as date) is distinct from cast(f.due_date + interval '1' day as date)"""),
            whole(Kind.NOTICE_STATUS, """
                    select a.id as assignment_id, n.id as notice_id, cast(null as varchar) as unit_code, cast(n.id as varchar) as subject,
                           n.status as found, coalesce(a.stage, '-') as expected
                      from notice n left join assignment a on a.notice_id = n.id and a.depth = 0
                     where n.status in ('DRAFT', 'SIGNING') and a.id is not null
                        or n.status = 'ISSUED' and (a.id is null or a.stage not in ('WAITING', 'REPORT'))
                        or n.status in ('CLOSED', 'ARCHIVED') and a.stage is distinct from 'DELIVERED'"""),
            whole(Kind.NOTICE_WITHOUT_PROCESS, """
                    select cast(null as bigint) as assignment_id, n.id as notice_id, cast(null as varchar) as unit_code,
                           cast(n.id as varchar) as subject, n.status as found, '-' as expected
                      from notice n where n.status <> 'ARCHIVED' and not exists (
                           select 1 from act_ru_execution x join act_re_procdef d on d.id_ = x.proc_def_id_ and d.key_ = 'headquarters-notice'
                            where x.parent_id_ is null and x.business_key_ = n.id || '/' || (select u.code from unit u where u.level = 'HQ'))"""),
            whole(
                    Kind.JOB_FAILED,
                    select(
                                    "j.id_",
                                    "coalesce(e.act_id_, j.handler_type_) || ' ' || coalesce(j.exception_msg_, '')",
                                    "'-'")
                            + """
                    from act_ru_job j left join act_ru_execution x on x.id_ = j.process_instance_id_
                      left join act_ru_execution e on e.id_ = j.execution_id_ left join assignment a on %s
                     where j.retries_ = 0""".formatted(PART_OF_X)),
            whole(
                    Kind.INCIDENT,
                    select("i.id_", "i.incident_type_ || ' ' || coalesce(i.incident_msg_, '')", "'-'")
                            + """
                    from act_ru_incident i left join act_ru_execution x on x.id_ = i.proc_inst_id_ left join assignment a on %s
                     where i.incident_type_ <> 'failedJob'""".formatted(PART_OF_X)));

    private AroundRules() {}
}
