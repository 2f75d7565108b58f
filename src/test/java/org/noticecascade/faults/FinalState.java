package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.noticecascade.faults.Clerks.Done;

/** What has to be there, each once, when every notice is archived; asked of the tables, not of the service. */
final class FinalState {
    /** Tasks and what they leave in the ledger. */
    private static final String KINDS = """
            (values ('signReceipt', 'SIGNED'), ('draftPlan', 'PLAN_SUBMITTED'),
                    ('approvePlan', 'PLAN_APPROVED PLAN_RETURNED PLAN_ACCEPTED'), ('reviewPlan', 'PLAN_APPROVED PLAN_RETURNED PLAN_ACCEPTED'),
                    ('scheduleSession', 'SESSION_SCHEDULED'), ('holdSession', 'SESSION_SUBMITTED'),
                    ('confirmSession', 'SESSION_CONFIRMED SESSION_RETURNED'), ('compileReport', 'REPORT_SUBMITTED'),
                    ('approveReport', 'REPORT_APPROVED REPORT_RETURNED REPORT_ACCEPTED'),
                    ('reviewReport', 'REPORT_APPROVED REPORT_RETURNED REPORT_ACCEPTED'),
                    ('draftNotice', 'NOTICE_SUBMITTED'), ('signNotice', 'NOTICE_ISSUED NOTICE_RETURNED'),
                    ('compileNationalReport', 'REPORT_SUBMITTED'),
                    ('approveNationalReport', 'REPORT_APPROVED REPORT_RETURNED REPORT_ACCEPTED'),
                    ('archiveNotice', 'NOTICE_ARCHIVED')) as kind (task, acts)""";

    private final Database database;

    FinalState(Database database) {
        this.database = database;
    }

    void compare() {
        everyUnitHasOneInstance();
        everyTaskIsInTheLedgerOnce();
        countsAreRight();
        nothingIsLeft();
    }

    private void everyUnitHasOneInstance() {
        none("units with another number of processes than one", """
                select a.notice_id || '/' || a.unit_code || ': ' || count(h.id_) from assignment a
                  left join act_hi_procinst h on h.business_key_ = a.notice_id || '/' || a.unit_code
                   and h.proc_def_key_ in ('provincial-plan', 'local-study-session')
                 where a.depth > 0 group by a.notice_id, a.unit_code, a.instance_id
                having count(h.id_) <> 1 or min(h.id_) <> a.instance_id""");
        none("units twice in a notice", """
                select notice_id || '/' || unit_code from assignment group by notice_id, unit_code having count(*) > 1""");
    }

    private void everyTaskIsInTheLedgerOnce() {
        none("tasks completed and acts told", """
                with done as (
                  select p.business_key_ as unit, kind.acts, count(*) as tasks from act_hi_taskinst t
                    join act_hi_procinst p on p.id_ = t.proc_inst_id_
                    join %1$s on t.task_def_key_ = 'userTask_' || kind.task
                   where t.delete_reason_ = 'completed' group by p.business_key_, kind.acts),
                told as (
                  select l.notice_id || '/' || coalesce(l.unit_code, '000000') as unit, kind.acts, count(*) as entries from ledger l
                    join (select distinct acts from %1$s) kind on position(l.act in kind.acts) > 0
                   group by unit, kind.acts)
                select unit || ' ' || acts || ': ' || coalesce(tasks, 0) || ' tasks, ' || coalesce(entries, 0) || ' entries'
                  from done full join told using (unit, acts) where tasks is distinct from entries""".formatted(KINDS));
        none("units delivered more or less than once", """
                select a.notice_id || '/' || a.unit_code from assignment a where a.depth > 0 and 1 <> (
                  select count(*) from ledger l where l.assignment_id = a.id and l.act = 'DELIVERED')""");
    }

    private void countsAreRight() {
        none("units that did not do all", """
                select a.notice_id || '/' || a.unit_code || ' ' || a.stage from assignment a where a.depth > 0 and (
                  a.stage <> 'DELIVERED' or a.signed_at is null or a.reported_at is null or a.waiting
                  or (a.level = 'PROVINCE') <> (a.planned_at is not null) or (a.level <> 'PROVINCE') <> (a.held_at is not null)
                  or coalesce(a.participants, 0) <> case a.level when 'PROVINCE' then 0 else 3 end)""");
        none("units that belong to a notice and have no part in it", """
                select n.id || '/' || u.code from notice n cross join unit u
                 where u.active and (u.code like '46%%' or u.code = '000001') and not exists (
                   select 1 from assignment a where a.notice_id = n.id and a.unit_code = u.code)""".replace("%%", "%"));
    }

    private void nothingIsLeft() {
        none("tasks left", "select task_def_key_ || ' ' || id_ from act_ru_task");
        none("jobs left", "select handler_type_ || ' ' || id_ from act_ru_job where process_instance_id_ is not null");
        none("incidents", "select incident_type_ || ' ' || coalesce(incident_msg_, '') from act_ru_incident");
        none("processes left", "select proc_def_id_ || ' ' || id_ from act_ru_execution");
        none("patrols under way", "select on_day || ' ' || status from patrol where status <> 'DONE'");
        none("escalations open", "select id || ' ' || status from escalation where status = 'OPEN'");
        none(
                "mails left",
                "select status || ' ' || mail_key from mail_outbox where status in ('WAITING', 'SENDING', 'FAILED')");
        none("digests doubled", """
                select user_id || ' ' || on_day from mail_outbox where kind = 'DIGEST' and status = 'SENT'
                 group by user_id, on_day having count(*) > 1""");
    }

    /** Of runs in which nobody returns anything: so no act happens twice. */
    void everythingAnsweredIsThereOnce(Iterable<Done> acknowledged) {
        none("acts more than once", """
                select notice_id || '/' || unit_code || ' ' || act || ' ' || count(*) from ledger
                 where act in ('SIGNED', 'DELIVERED', 'REPORT_ACCEPTED', 'PLAN_ACCEPTED', 'SESSION_CONFIRMED', 'SESSION_SCHEDULED',
                               'PLAN_SUBMITTED', 'PLAN_APPROVED', 'SESSION_SUBMITTED', 'REPORT_SUBMITTED', 'REPORT_APPROVED')
                 group by notice_id, unit_code, act having count(*) > 1""");
        List<Done> there = database.jdbc()
                .query(
                        "select notice_id, unit_code, act from ledger where notice_id is not null and unit_code is not null",
                        (row, number) -> new Done(row.getLong(1), row.getString(2), row.getString(3)));
        assertThat(there).as("what people were told is done").containsAll(acknowledged);
    }

    private void none(String what, String sql) {
        assertThat(database.jdbc().queryForList(sql, String.class)).as(what).isEmpty();
    }
}
