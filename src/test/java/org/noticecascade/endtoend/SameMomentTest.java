package org.noticecascade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.Together;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.directory.Unit;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Issuing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same call twice in one moment, calls in the wrong order, and two people who disagree in the same second: one act,
 * a message for the other, no error of the service, and nothing differs afterwards.
 */
@ProcessTest
class SameMomentTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String SHIZUISHAN = "640200";
    private static final int TIMES = 8;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Consistency consistency;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Issuing issuing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Environment environment;

    private long notice;

    @BeforeEach
    void world() {
        notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
    }

    @Test
    void completesATaskOnce() {
        for (var unit : scenario.units().childrenOf(NINGXIA)) {
            String task = scenario.task(notice, unit.code(), "signReceipt").getId();

            oneOf(Together.twice(() -> http.complete("u" + unit.code() + "staff", task, Map.of())));

            jobs.runAll();
            assertThat(scenario.acts(notice, unit.code())).containsOnlyOnce("SIGNED");
            refused(http.complete("u" + unit.code() + "staff", task, Map.of()));
            refused(http.get("u" + unit.code() + "staff", "/api/tasks/" + task));
        }
        nothingDiffers();
    }

    @Test
    void claimsInTheSameMomentAndCompletesBeforeTheClaim() {
        String task = scenario.task(notice, YINCHUAN, "signReceipt").getId();
        String claim = "/engine-rest/task/" + task + "/claim";
        Callable<Answer> mine = () -> http.post("u640100staff", claim, Map.of("userId", "u640100staff"));

        List<Answer> claims = Together.call(List.of(mine, mine, () -> http.complete("u640100staff", task, Map.of())));

        assertThat(claims).noneMatch(answer -> answer.status() >= 500);
        jobs.runAll();
        assertThat(http.post("u640100staff", claim, Map.of("userId", "u640100staff"))
                        .status())
                .isLessThan(500);
        nothingDiffers();
    }

    @Test
    void asksForMoreTimeOnce() {
        for (int time = 0; time < TIMES; time++) {
            String code = scenario.units().childrenOf(NINGXIA).get(time % 5).code();
            Assignment unit = scenario.assignment(notice, code);
            String day = later(unit, 3).toString();

            oneOf(Together.twice(() -> http.post(
                    "u" + code + "staff",
                    "/api/assignments/" + unit.id() + "/extensions",
                    Map.of("reason", "人手不足", "newDue", day, "downwards", false))));

            assertThat(count("extension where status = 'ASKED' and assignment_id = " + unit.id()))
                    .isOne();
            nothingDiffers();
            oneOf(Together.call(List.of(
                    () -> http.post(
                            "u640000staff",
                            "/api/assignments/" + unit.id() + "/extension-decision",
                            Map.of("approved", true)),
                    () -> http.post(
                            "u640000staff",
                            "/api/assignments/" + unit.id() + "/extension-decision",
                            Map.of("approved", false, "reason", "不必")))));
            jobs.runAll();
            nothingDiffers();
        }
    }

    @Test
    void urgesOnce() {
        for (var unit : scenario.units().childrenOf(NINGXIA)) {
            long id = scenario.assignment(notice, unit.code()).id();

            oneOf(Together.twice(() -> http.post("u640000supervisor", "/api/assignments/" + id + "/urge", "")));

            assertThat(scenario.acts(notice, unit.code())).containsOnlyOnce("URGED");
        }
        nothingDiffers();
    }

    @Test
    void waivesOnce() {
        for (var unit : scenario.units().childrenOf(NINGXIA)) {
            long id = scenario.assignment(notice, unit.code()).id();

            oneOf(Together.twice(() -> http.post(
                    "u640000supervisor",
                    "/api/assignments/" + id + "/measure",
                    Map.of("measure", "WAIVE", "reason", "已撤并"))));

            jobs.runAll();
            assertThat(scenario.acts(notice, unit.code())).containsOnlyOnce("WAIVED");
            nothingDiffers();
        }
    }

    @Test
    void handlesAnEscalationOnce() {
        LocalDate due =
                Objects.requireNonNull(scenario.assignment(notice, YINCHUAN).dueDate());
        time.moveTo(calendar.days().plus(due, 3));
        runtime.startProcessInstanceByKey("deadline-patrol");
        jobs.runAll();
        for (var unit : scenario.units().childrenOf(NINGXIA)) {
            long id = scenario.assignment(notice, unit.code()).id();
            String day = calendar.days().plus(time.today(), 4).toString();

            oneOf(Together.call(List.of(
                    () -> http.post(
                            "u640000supervisor",
                            "/api/assignments/" + id + "/measure",
                            Map.of("measure", "EXTEND", "reason", "人手不足", "newDue", day)),
                    () -> http.post(
                            "u000000supervisor",
                            "/api/assignments/" + id + "/measure",
                            Map.of("measure", "URGE", "reason", "尽快")))));

            jobs.runAll();
            nothingDiffers();
        }
    }

    @Test
    void addsALateUnitOnce() {
        for (int n = 0; n < TIMES; n++) {
            String code = "6409" + (10 + n);
            jdbc.sql("insert into unit (code, parent_code, name, level) values (:code, :superior, :name, 'PREFECTURE')")
                    .param("code", code)
                    .param("superior", NINGXIA)
                    .param("name", "试验" + code)
                    .update();
        }
        try {
            for (int n = 0; n < TIMES; n++) {
                String code = "6409" + (10 + n);
                List<Answer> answers = Together.twice(
                        () -> http.put("u000000staff", "/api/notices/" + notice + "/units/" + code, Map.of()));
                assertThat(answers).allMatch(answer -> answer.status() == 200);
                assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(notice + "/" + code)
                                .count())
                        .isOne();
                nothingDiffers();
            }
        } finally {
            scenario.removeAllNotices();
            jdbc.sql("delete from unit where code like '6409%'").update();
        }
    }

    /** One hundred times: the unit's lead agrees, a second lead returns. */
    @Test
    void letsOneOfTwoPeopleDecide() {
        identities.createMembership("u640000supervisor", "U640000LEAD");
        try {
            long own = scenario.issueTo(NINGXIA);
            scenario.sign(own, NINGXIA);
            int agreed = 0;
            for (int round = 0; round < 100; round++) {
                scenario.draftPlan(own, NINGXIA);
                String task = scenario.task(own, NINGXIA, "approvePlan").getId();
                List<Answer> answers = Together.call(List.of(
                        () -> http.complete("u640000lead", task, Map.of("approved", true)),
                        () -> http.complete("u640000supervisor", task, Map.of("approved", false, "reason", "请补充"))));
                oneOf(answers);
                if (answers.get(0).status() == 204) {
                    agreed++;
                    scenario.decide(own, NINGXIA, "reviewPlan", false, "请补充");
                }
            }
            assertThat(scenario.acts(own, NINGXIA).stream()
                            .filter("PLAN_APPROVED"::equals)
                            .count())
                    .isEqualTo(agreed);
        } finally {
            identities.deleteMembership("u640000supervisor", "U640000LEAD");
        }
        nothingDiffers();
    }

    @Test
    void refusesWhoIsOutWhileTheirProcessIsStillThere() {
        long unit = scenario.assignment(notice, SHIZUISHAN).id();
        String task = scenario.task(notice, SHIZUISHAN, "signReceipt").getId();
        assertThat(http.post(
                                "u640000supervisor",
                                "/api/assignments/" + unit + "/measure",
                                Map.of("measure", "WAIVE", "reason", "已撤并"))
                        .status())
                .isEqualTo(204);

        Answer late = http.complete("u640200staff", task, Map.of());

        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.text()).contains("免予办理");
        assertThat(count("assignment where parent_id = " + unit)).isZero();
        jobs.runAll();
        nothingDiffers();
    }

    @Test
    void waivesWhatAUnitIsJustBringingIn() {
        long superior = scenario.assignment(notice, NINGXIA).id();

        Answer waived = whileYinchuanHandsDown(() -> http.post(
                "u000000supervisor",
                "/api/assignments/" + superior + "/measure",
                Map.of("measure", "WAIVE", "reason", "已撤并")));

        assertThat(waived.status()).as(waived.text()).isEqualTo(204);
        jobs.runAll();
        assertThat(count("assignment where stage = 'WAIVED' and notice_id = " + notice))
                .isEqualTo(1 + scenario.units().childrenOf(NINGXIA).size() + below().size());
        below().forEach(unit -> {
            assertThat(scenario.acts(notice, unit)).endsWith("WAIVED");
            assertThat(scenario.instance(notice, unit)).isNull();
        });
        nothingDiffers();
    }

    @Test
    void closesWhatAUnitIsJustBringingIn() {
        List<String> ended = whileYinchuanHandsDown(
                () -> Objects.requireNonNull(transaction.execute(status -> issuing.close(notice))));

        assertThat(ended).hasSize(1 + scenario.units().childrenOf(NINGXIA).size() + below().size());
        below().forEach(unit ->
                assertThat(ended).contains(scenario.instance(notice, unit).getId()));
        assertThat(jdbc.sql("select to_value from ledger where act = 'NOTICE_CLOSED_WITH_GAPS' and notice_id = ?")
                        .param(notice)
                        .query(String.class)
                        .single())
                .startsWith(ended.size() + " 个单位未报送");
    }

    /** What somebody else does who has to wait until Yinchuan's signature, and its counties with it, is written. */
    private <T> T whileYinchuanHandsDown(Callable<T> other) {
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            Future<T> asked = Objects.requireNonNull(transaction.execute(status -> {
                scenario.complete(notice, YINCHUAN, "signReceipt");
                Future<T> waiting = somebody.submit(other);
                await().until(this::somebodyWaits);
                return waiting;
            }));
            return asked.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Nobody answered", e);
        } finally {
            somebody.shutdownNow();
        }
    }

    private boolean somebodyWaits() {
        return count(
                        environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2")
                                ? "information_schema.sessions where blocker_id is not null"
                                : "pg_stat_activity where wait_event_type = 'Lock'")
                > 0;
    }

    private List<String> below() {
        return scenario.units().childrenOf(YINCHUAN).stream().map(Unit::code).toList();
    }

    // ---- small things

    private LocalDate later(Assignment unit, int workingDays) {
        return calendar.days().plus(Objects.requireNonNull(unit.dueDate()), workingDays);
    }

    /** One did it, the others were told why not. */
    private static void oneOf(List<Answer> answers) {
        Supplier<String> all = answers::toString;
        assertThat(answers.stream().filter(answer -> answer.status() < 300).count())
                .as(all)
                .isOne();
        answers.stream().filter(answer -> answer.status() >= 300).forEach(SameMomentTest::refused);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.text()).as("a message in Chinese").containsPattern("[\\u4e00-\\u9fff]{4,}");
        assertThat(answer.text())
                .as("not the engine's words")
                .doesNotContainIgnoringCase("optimistic")
                .doesNotContain("ENGINE-", "Exception", "org.camunda");
    }

    private void nothingDiffers() {
        assertThat(consistency.check(percent -> {})).isEmpty();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
