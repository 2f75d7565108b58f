package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.Extensions;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.NoticeClosed;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class ExtensionTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String YINCHUAN_STAFF = Scenario.userId(YINCHUAN, Role.STAFF);

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private People people;

    @Autowired
    private Http http;

    @Test
    void movesRowTaskAndLedgerTogetherWhenTheSuperiorAgrees() {
        long notice = studying();
        Assignment before = scenario.assignment(notice, YINCHUAN);
        LocalDate longer = calendar.days().plus(due(before), 4);

        Http.Answer asked = ask(before, longer, false);
        scenario.decide(notice, YINCHUAN, "decideExtension", true, null);
        jobs.runAll();

        assertThat(asked.status()).isEqualTo(201);
        Assignment after = scenario.assignment(notice, YINCHUAN);
        assertThat(after.dueDate()).isEqualTo(longer);
        assertThat(after.originalDue()).isEqualTo(before.originalDue());
        Task task = scenario.task(notice, YINCHUAN, "scheduleSession");
        assertThat(task.getDueDate()
                        .toInstant()
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate())
                .isEqualTo(longer);
        assertThat(scenario.acts(notice, YINCHUAN)).endsWith("EXTENSION_ASKED", "EXTENSION_GRANTED");
        assertThat(scenario.open(notice, YINCHUAN)).containsExactly("scheduleSession");
    }

    @Test
    void asksStaffOfTheSuperiorAndKeepsEverythingWhenItDoesNotAgree() {
        long notice = studying();
        Assignment before = scenario.assignment(notice, YINCHUAN);
        ask(before, calendar.days().plus(due(before), 4), false);
        Task task = scenario.task(notice, YINCHUAN, "decideExtension");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("U640000STAFF");

        assertThatThrownBy(() -> scenario.decide(notice, YINCHUAN, "decideExtension", false, null))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("理由");
        scenario.decide(notice, YINCHUAN, "decideExtension", false, "时间足够");

        Assignment after = scenario.assignment(notice, YINCHUAN);
        assertThat(after.dueDate()).isEqualTo(before.dueDate());
        assertThat(after.round()).isEqualTo(before.round());
        Http.Answer list = http.get(YINCHUAN_STAFF, "/api/assignments/" + before.id() + "/extensions");
        assertThat(list.body().get(0).get("extension").get("status").asText()).isEqualTo("REFUSED");
        assertThat(list.body().get(0).get("extension").get("answer").asText()).isEqualTo("时间足够");
    }

    @Test
    void movesOpenUnitsBelowInTheSameStageAlong() {
        long notice = studying();
        String county = scenario.units().childrenOf(YINCHUAN).get(0).code();
        String waiting = scenario.units().childrenOf(YINCHUAN).get(1).code();
        scenario.sign(notice, county);
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        LocalDate countyDue = due(scenario.assignment(notice, county));
        LocalDate receiptDue = due(scenario.assignment(notice, waiting));

        ask(unit, calendar.days().plus(due(unit), 4), true);
        scenario.decide(notice, YINCHUAN, "decideExtension", true, null);

        assertThat(scenario.assignment(notice, county).dueDate())
                .isEqualTo(calendar.days().plus(countyDue, 4));
        assertThat(scenario.assignment(notice, county).originalDue()).isEqualTo(countyDue);
        assertThat(scenario.acts(notice, county)).contains("DUE_CHANGED");
        assertThat(scenario.assignment(notice, waiting).dueDate()).isEqualTo(receiptDue);
    }

    @Test
    void movesADayOffAndSaysSo() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        LocalDate saturday = LocalDate.of(2026, 6, 6);
        assertThat(calendar.days().isWorkingDay(saturday)).isFalse();

        Http.Answer asked = ask(unit, saturday, false);

        assertThat(asked.body().get("extension").get("toDue").asText()).isEqualTo("2026-06-08");
        assertThat(asked.body().get("hint").asText()).contains("休息日");
    }

    @Test
    void refusesWhatComesTooLateIsNoLaterOrIsAskedTwice() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        LocalDate longer = calendar.days().plus(due(unit), 4);
        assertThat(ask(unit, due(unit), false).status()).isEqualTo(422);
        assertThat(ask(unit, longer, false).status()).isEqualTo(201);
        Http.Answer twice = ask(unit, longer, false);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().get("detail").asText()).contains("已有一份延期申请");
        scenario.decide(notice, YINCHUAN, "decideExtension", false, "时间足够");

        time.moveTo(calendar.days().next(due(unit)));
        Http.Answer late = ask(unit, longer, false);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("detail").asText()).contains("已过");
    }

    @Test
    void saysWhetherMoreTimeCanBeAskedForBeforeAnybodyFillsInAForm() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        JsonNode free = terms(unit, YINCHUAN_STAFF);
        assertThat(free.get("possible").asBoolean()).isTrue();
        assertThat(free.get("why").isNull()).isTrue();
        assertThat(free.get("unitsBelow").asBoolean()).isTrue();
        assertThat(terms(unit, Scenario.userId(YINCHUAN, Role.LEAD)).get("why").asText())
                .contains("只有本单位经办人");

        ask(unit, calendar.days().plus(due(unit), 4), false);
        JsonNode waiting = terms(unit, YINCHUAN_STAFF);
        assertThat(waiting.get("possible").asBoolean()).isFalse();
        assertThat(waiting.get("why").asText()).contains("待上级审批");
        scenario.decide(notice, YINCHUAN, "decideExtension", false, "时间足够");

        time.moveTo(due(unit));
        assertThat(terms(unit, YINCHUAN_STAFF).get("possible").asBoolean()).isTrue();
        time.moveTo(due(unit).plusDays(1));
        assertThat(terms(unit, YINCHUAN_STAFF).get("why").asText()).contains("已过");
        Assignment headquarters = scenario.assignment(notice, Scenario.HQ);
        assertThat(terms(headquarters, Scenario.userId(Scenario.HQ, Role.STAFF))
                        .get("why")
                        .asText())
                .contains("没有上级单位");
    }

    @Test
    void namesWhoAskedAndWhoDecided() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        ask(unit, calendar.days().plus(due(unit), 4), false);
        scenario.decide(notice, YINCHUAN, "decideExtension", true, null);

        JsonNode view = http.get(YINCHUAN_STAFF, "/api/assignments/" + unit.id() + "/extensions")
                .body()
                .get(0);

        assertThat(view.get("askedByName").asText())
                .isEqualTo(people.find(YINCHUAN_STAFF).orElseThrow().name());
        assertThat(view.get("decidedByName").asText()).isNotBlank();
        assertThat(view.get("statusLabel").asText()).isEqualTo("已同意");
    }

    @Test
    void lapsesWhenTheUnitGoesOnWithoutIt() {
        long notice = scenario.issueTo(NINGXIA);
        Assignment unit = scenario.assignment(notice, NINGXIA);
        Http.Answer asked = http.post(
                Scenario.userId(NINGXIA, Role.STAFF),
                "/api/assignments/" + unit.id() + "/extensions",
                Map.of("reason", "机构改革", "newDue", "2026-03-20", "downwards", false));
        assertThat(asked.status()).isEqualTo(201);

        scenario.sign(notice, NINGXIA);

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
        assertThat(scenario.acts(notice, NINGXIA)).contains("EXTENSION_DROPPED");
    }

    /** Between the act of the unit and the job that ends the request somebody above may still have its form open. */
    @Test
    void isNotGrantedForTheStageAfterTheOneItWasAskedFor(@Autowired JdbcClient jdbc) {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        assertThat(ask(unit).status()).isEqualTo(201);
        jdbc.sql("update assignment set stage = 'REPORT' where id = :id")
                .param("id", unit.id())
                .update();

        assertThatThrownBy(() -> scenario.decide(notice, YINCHUAN, "decideExtension", true, null))
                .hasMessageContaining("该单位已不在“%s”阶段".formatted(Stage.STUDY.label()));

        assertThat(scenario.assignment(notice, YINCHUAN).dueDate()).isEqualTo(unit.dueDate());
        assertThat(scenario.acts(notice, YINCHUAN)).doesNotContain("EXTENSION_GRANTED");
    }

    @Test
    void lapsesWhenTheNoticeIsClosed(
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired Extensions extensions) {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        assertThat(ask(unit).status()).isEqualTo(201);

        transaction.executeWithoutResult(status -> events.publishEvent(new NoticeClosed(notice)));

        assertThat(extensions.asked(unit.id())).isEmpty();
        assertThat(scenario.acts(notice, YINCHUAN)).endsWith("EXTENSION_ASKED", "EXTENSION_DROPPED");
    }

    @Test
    void refusesADayNoCalendarReaches() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);

        for (String day : List.of("9999-12-31", "+999999999-12-31")) {
            Http.Answer answer = http.post(
                    YINCHUAN_STAFF,
                    "/api/assignments/" + unit.id() + "/extensions",
                    Map.of("reason", "机构改革", "newDue", day, "downwards", false));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        }
    }

    private Http.Answer ask(Assignment unit) {
        LocalDate due = Objects.requireNonNull(unit.dueDate());
        return http.post(
                YINCHUAN_STAFF,
                "/api/assignments/" + unit.id() + "/extensions",
                Map.of("reason", "机构改革", "newDue", due.plusDays(7).toString(), "downwards", false));
    }

    @Test
    void isForTheUnitsOwnStaffOnly() {
        long notice = studying();
        Assignment unit = scenario.assignment(notice, YINCHUAN);
        Map<String, Object> body = Map.of("reason", "机构改革", "newDue", "2026-06-08", "downwards", false);
        String path = "/api/assignments/" + unit.id() + "/extensions";

        assertThat(http.post(null, path, body).status()).isEqualTo(401);
        assertThat(http.post(Scenario.userId(NINGXIA, Role.STAFF), path, body).status())
                .isEqualTo(403);
        assertThat(http.post(Scenario.userId("310000", Role.STAFF), path, body).status())
                .isEqualTo(404);
        assertThat(http.get(Scenario.userId("310000", Role.STAFF), path).status())
                .isEqualTo(404);
    }

    @Test
    void urgesOncePerWorkingDayAndSaysWhenTheLastTimeWas() {
        long notice = studying();
        long unit = scenario.assignment(notice, YINCHUAN).id();
        String path = "/api/assignments/" + unit + "/urge";

        assertThat(http.post(Scenario.userId(NINGXIA, Role.SUPERVISOR), path, Map.of())
                        .status())
                .isEqualTo(200);
        Http.Answer again = http.post(Scenario.userId(Scenario.HQ, Role.LEAD), path, Map.of());

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("detail").asText())
                .contains("2026-03-04 09:3")
                .contains("催办过");
        time.moveTo(LocalDate.of(2026, 3, 5));
        assertThat(http.post(Scenario.userId(Scenario.HQ, Role.LEAD), path, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(scenario.acts(notice, YINCHUAN)).containsOnlyOnce("SIGNED").endsWith("URGED", "URGED");
    }

    @Test
    void letsOnlyUnitsAboveUrge() {
        long notice = studying();
        long unit = scenario.assignment(notice, YINCHUAN).id();
        String path = "/api/assignments/" + unit + "/urge";

        assertThat(http.post(YINCHUAN_STAFF, path, Map.of()).status()).isEqualTo(403);
        assertThat(http.post(Scenario.userId("310000", Role.SUPERVISOR), path, Map.of())
                        .status())
                .isEqualTo(404);
        long province = scenario.assignment(notice, NINGXIA).id();
        Http.Answer waiting =
                http.post(Scenario.userId(Scenario.HQ, Role.STAFF), "/api/assignments/" + province + "/urge", Map.of());
        assertThat(waiting.status()).isEqualTo(409);
        assertThat(waiting.body().get("detail").asText()).contains("无需催办");
    }

    /** Yinchuan has signed, handed down and is to schedule its session. */
    private long studying() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, YINCHUAN);
        return notice;
    }

    private Http.Answer ask(Assignment unit, LocalDate newDue, boolean downwards) {
        return http.post(
                YINCHUAN_STAFF,
                "/api/assignments/" + unit.id() + "/extensions",
                Map.of("reason", "机构改革", "newDue", newDue.toString(), "downwards", downwards));
    }

    private JsonNode terms(Assignment unit, String asking) {
        Http.Answer answer = http.get(asking, "/api/assignments/" + unit.id() + "/extensions/terms");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static LocalDate due(Assignment unit) {
        LocalDate due = unit.dueDate();
        assertThat(due).isNotNull();
        return due;
    }
}
