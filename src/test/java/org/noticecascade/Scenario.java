package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.noticecascade.ledger.SealHash;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Attachments;
import org.noticecascade.notice.Changes;
import org.noticecascade.notice.Drafting;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people do, as test steps: each acts with exactly the groups and tenants of the demo person of that unit and
 * role.
 */
public class Scenario {
    public static final String HQ = "000000";

    private final ProcessEngine engine;
    private final Units units;
    private final Assignments assignments;
    private final Submissions submissions;
    private final Attachments attachments;
    private final Drafting drafting;
    private final TestJobs jobs;
    private final JdbcClient jdbc;

    Scenario(
            ProcessEngine engine,
            Units units,
            Assignments assignments,
            Submissions submissions,
            Attachments attachments,
            Drafting drafting,
            TestJobs jobs,
            JdbcClient jdbc) {
        this.engine = engine;
        this.units = units;
        this.assignments = assignments;
        this.submissions = submissions;
        this.attachments = attachments;
        this.drafting = drafting;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    // ---- who acts

    public void signIn(String unitCode, Role role) {
        IdentityService identities = engine.getIdentityService();
        String user = userId(unitCode, role);
        identities.clearAuthentication();
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        List<String> tenants =
                identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                        .map(tenant -> tenant.getId())
                        .toList();
        identities.setAuthentication(user, groups, tenants);
    }

    public void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    public static String userId(String unitCode, Role role) {
        return "u" + unitCode + role.name().toLowerCase(java.util.Locale.ROOT);
    }

    // ---- a notice

    /** Staff of headquarters starts a notice from a text. */
    public long draft(String text) {
        signIn(HQ, Role.STAFF);
        long document = attachments.store("通知.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
        ProcessInstance instance = engine.getRuntimeService()
                .startProcessInstanceByKey("headquarters-notice", Map.of("documentId", document));
        signOut();
        String key = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
        return Assignments.noticeIdIn(key);
    }

    /** A short notice of our own that reads completely; the number is unique. */
    public static String text(int number) {
        return """
                示范局关于开展标准化学习的通知
                国市监示范〔2026〕%d号
                各省、自治区、直辖市和新疆生产建设兵团市场监管局(厅、委),总局各司局:
                现将有关要求通知如下。
                一、组织学习
                (一)开展集中学习。各级市场监管部门要组织一次集中学习。
                二、报送情况
                各单位要于2026年5月20日前报送学习情况。
                联系人:张演示 010-00000000
                示范局
                2026年3月3日
                """.formatted(number);
    }

    /** Drafts, completes and signs a notice to these units, and starts their processes. */
    public long issueTo(String... unitCodes) {
        long notice = draft(text(nextNumber()));
        address(notice, unitCodes);
        complete(notice, HQ, "draftNotice");
        decide(notice, HQ, "signNotice", true, null);
        jobs.runAll();
        return notice;
    }

    /**
     * Runs a test while sixty more units stand below {@code superior}: more than are started with the dispatch itself or
     * fit into one job.
     *
     * @param prefix the first four digits of their codes, which nobody else has
     */
    public void withSixtyUnitsBelow(String superior, String prefix, Runnable test) {
        try {
            for (int number = 10; number < 70; number++) {
                jdbc.sql("""
                                insert into unit (code, parent_code, name, level)
                                select :code, :superior, '试验' || :code, min(level) from unit where parent_code = :superior""")
                        .param("code", prefix + number)
                        .param("superior", superior)
                        .update();
            }
            test.run();
        } finally {
            removeAllNotices();
            jdbc.sql("delete from unit where code like :prefix || '%'")
                    .param("prefix", prefix)
                    .update();
        }
    }

    /**
     * Runs a test while the newest model of what a unit below a province does is another than the shipped one; then that
     * is gone, with all notices.
     *
     * @param change makes it from the shipped one, which it has to change
     */
    public void withStudySessionModel(UnaryOperator<String> change, Runnable test) throws IOException {
        String path = "processes/local-study-session.bpmn";
        String shipped = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        String changed = change.apply(shipped);
        assertThat(changed).isNotEqualTo(shipped);
        RepositoryService repository = engine.getRepositoryService();
        String deployed = repository
                .createDeployment()
                .name("changed for a test")
                .addString(path, changed)
                .addClasspathResource("processes/unit-report.bpmn")
                .deploy()
                .getId();
        try {
            test.run();
        } finally {
            removeAllNotices();
            repository.deleteDeployment(deployed, true);
        }
    }

    public void address(long notice, String... unitCodes) {
        signIn(HQ, Role.STAFF);
        drafting.save(
                notice, new Changes(null, null, null, null, null, null, null, null, null, List.of(unitCodes), null));
        signOut();
    }

    private int nextNumber() {
        return Math.toIntExact(jdbc.sql("select coalesce(max(id), 0) + 1 from notice")
                .query(Long.class)
                .single());
    }

    // ---- tasks

    /** The open task of that name in the unit's own process or its report. */
    public Task task(long notice, String unitCode, String name) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(notice + "/" + unitCode)
                .taskDefinitionKey("userTask_" + name)
                .singleResult();
        if (task == null) {
            throw new AssertionError(
                    "Unit %s has no task %s open but %s".formatted(unitCode, name, open(notice, unitCode)));
        }
        return task;
    }

    /** Names of the unit's open tasks. */
    public Set<String> open(long notice, String unitCode) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(notice + "/" + unitCode)
                .list()
                .stream()
                .map(task -> task.getTaskDefinitionKey().substring("userTask_".length()))
                .collect(Collectors.toSet());
    }

    /** Whoever the task is offered to completes it. */
    public void complete(long notice, String unitCode, String name) {
        complete(notice, unitCode, name, Map.of());
    }

    /** Approves or returns. */
    public void decide(long notice, String unitCode, String name, boolean approved, String reason) {
        complete(
                notice,
                unitCode,
                name,
                reason == null ? Map.of("approved", approved) : Map.of("approved", approved, "reason", reason));
    }

    public void complete(long notice, String unitCode, String name, Map<String, Object> variables) {
        Task task = task(notice, unitCode, name);
        signInFor(task);
        try {
            engine.getTaskService().complete(task.getId(), variables);
        } finally {
            signOut();
        }
    }

    private void signInFor(Task task) {
        TaskService tasks = engine.getTaskService();
        String group = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
        String unit = group.replaceAll("\\D", "");
        signIn(unit, Role.valueOf(group.replaceAll("U\\d+", "")));
    }

    /** Saves contents as the form does. */
    public void fill(long notice, String unitCode, Kind kind, Map<String, Object> fields) {
        Assignment unit = assignment(notice, unitCode);
        submissions.work(kind).save(submissions.expect(unit.id(), kind).id(), fields);
    }

    // ---- stages as a whole

    public void sign(long notice, String unitCode) {
        complete(notice, unitCode, "signReceipt");
        jobs.runAll();
    }

    public void draftPlan(long notice, String unitCode) {
        fill(
                notice,
                unitCode,
                Kind.PLAN,
                Map.of("measures", "组织学习", "responsible", "演示人", "startsOn", "2026-03-05", "endsOn", "2026-04-30"));
        complete(notice, unitCode, "draftPlan");
    }

    /** From the receipt to the accepted plan; the units below have their tasks then. */
    public void plan(long notice, String unitCode) {
        sign(notice, unitCode);
        draftPlan(notice, unitCode);
        decide(notice, unitCode, "approvePlan", true, null);
        decide(notice, unitCode, "reviewPlan", true, null);
        jobs.runAll();
    }

    /** From the receipt to the confirmed session. */
    public void study(long notice, String unitCode, int participants) {
        sign(notice, unitCode);
        fill(notice, unitCode, Kind.SESSION, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));
        complete(notice, unitCode, "scheduleSession");
        fill(
                notice,
                unitCode,
                Kind.SESSION,
                Map.of("heldOn", today().toString(), "participants", participants, "summary", "已学习"));
        complete(notice, unitCode, "holdSession");
        decide(notice, unitCode, "confirmSession", true, null);
        jobs.runAll();
    }

    /** From the draft of the report to its acceptance by the superior. */
    public void report(long notice, String unitCode) {
        fill(notice, unitCode, Kind.REPORT, Map.of("content", "已落实"));
        complete(notice, unitCode, "compileReport");
        decide(notice, unitCode, "approveReport", true, null);
        decide(notice, unitCode, "reviewReport", true, null);
        jobs.runAll();
    }

    // ---- what can be seen

    public Assignment assignment(long notice, String unitCode) {
        return assignments
                .find(notice, unitCode)
                .orElseThrow(() -> new AssertionError("Unit %s has no part in notice %d".formatted(unitCode, notice)));
    }

    public List<String> acts(long notice, String unitCode) {
        return jdbc.sql("select act from ledger where notice_id = :notice and unit_code = :unit order by id")
                .param("notice", notice)
                .param("unit", unitCode)
                .query(String.class)
                .list();
    }

    public ProcessInstance instance(long notice, String unitCode) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(notice + "/" + unitCode)
                .rootProcessInstances()
                .singleResult();
    }

    /** The business keys of these tasks, whoever may see their instances. */
    public List<String> keysOf(List<Task> tasks) {
        var user = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return tasks.stream()
                    .map(task -> engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(task.getProcessInstanceId())
                            .singleResult()
                            .getBusinessKey())
                    .toList();
        } finally {
            engine.getIdentityService().setAuthentication(user);
        }
    }

    public Units units() {
        return units;
    }

    private LocalDate today() {
        return org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime()
                .toInstant()
                .atZone(java.time.ZoneId.of(NoticeCascadeApplication.ZONE))
                .toLocalDate();
    }

    // ---- clean-up

    /** Removes every notice and its process instances; the directory stays. */
    public void removeAllNotices() {
        signOut();
        RuntimeService runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test", true, true));
        engine.getManagementService()
                .createBatchQuery()
                .list()
                .forEach(batch -> engine.getManagementService().deleteBatch(batch.getId(), true));
        for (String table : List.of(
                "patrol",
                "reminder",
                "escalation",
                "extension",
                "mail_outbox",
                "plan",
                "study_session",
                "report",
                "submission_file",
                "submission",
                "ledger",
                "ledger_seal",
                "ledger_unsealed",
                "notice_tick",
                "attachment_part",
                "attachment",
                "notice_source",
                "notice_remark",
                "notice_section",
                "notice_requirement",
                "notice_addressee",
                "notice_due",
                "notice_version")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update ledger_head set position = 0, hash = :none")
                .param("none", SealHash.NONE)
                .update();
        for (int depth = 4; depth >= 0; depth--) {
            jdbc.sql("delete from assignment where depth = :depth")
                    .param("depth", depth)
                    .update();
        }
        jdbc.sql("delete from notice").update();
    }
}
