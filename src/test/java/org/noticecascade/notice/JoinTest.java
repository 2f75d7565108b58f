package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.directory.Unit;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The superior is woken exactly once, whatever comes at the same moment. */
@ProcessTest
class JoinTest {
    private static final String NINGXIA = "640000";
    private static final int ROUNDS = 50;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Cascade cascade;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identities;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesOnceWhenTheLastSubordinatesFinishAtTheSameTime() throws Exception {
        long notice = dispatched();
        Assignment superior = scenario.assignment(notice, NINGXIA);
        List<Long> below = below(superior);
        for (int round = 0; round < ROUNDS; round++) {
            reopen(superior, below);
            Boolean waits = transaction.execute(status -> cascade.waitForSubordinates(superior.id()));
            assertThat(waits).isTrue();

            List<Callable<Optional<String>>> finishing = new ArrayList<>();
            CyclicBarrier allCommitted = new CyclicBarrier(below.size());
            below.forEach(child -> finishing.add(() -> {
                transaction.executeWithoutResult(status -> deliver(child));
                allCommitted.await(10, TimeUnit.SECONDS);
                return transaction.execute(status -> cascade.wakeSuperior(superior.id()));
            }));

            assertThat(atOnce(finishing).stream().flatMap(Optional::stream))
                    .as("round %d", round)
                    .containsExactly(superior.instanceId());
        }
    }

    @Test
    void losesNoWakeUpWhenTheSuperiorBeginsToWaitWhileTheLastOneFinishes() throws Exception {
        long notice = dispatched();
        Assignment superior = scenario.assignment(notice, NINGXIA);
        List<Long> below = below(superior);
        for (int round = 0; round < ROUNDS; round++) {
            reopen(superior, below);
            below.subList(1, below.size()).forEach(child -> transaction.executeWithoutResult(status -> deliver(child)));

            List<Callable<Object>> both = List.of(
                    () -> Boolean.TRUE.equals(
                            transaction.execute(status -> cascade.waitForSubordinates(superior.id()))),
                    () -> finish(superior, below.get(0)).isPresent());
            List<Object> outcome = atOnce(both);

            assertThat(outcome.get(1))
                    .as("woken exactly if it waits, round %d", round)
                    .isEqualTo(outcome.get(0));
            assertThat(waiting(superior)).isFalse();
        }
    }

    @Test
    void wakesNobodyWhoDoesNotWait() {
        long notice = dispatched();
        Assignment superior = scenario.assignment(notice, NINGXIA);
        List<Long> below = below(superior);
        transaction.executeWithoutResult(status -> cascade.stopWaiting(superior.id()));

        below.subList(1, below.size()).forEach(child -> finish(superior, child));

        assertThat(finish(superior, below.get(0))).isEmpty();
    }

    @Test
    void isNoErrorWhenTheSuperiorHasGoneOn() {
        long notice = scenario.issueTo("000001");
        scenario.study(notice, "000001", 3);
        scenario.fill(notice, "000001", Kind.REPORT, Map.of("content", "已落实"));
        scenario.complete(notice, "000001", "compileReport");
        scenario.decide(notice, "000001", "approveReport", true, null);
        scenario.decide(notice, "000001", "reviewReport", true, null);
        String join = jobs.due().get(0).getId();
        runtime.createMessageCorrelation("units.reported")
                .processInstanceId(scenario.instance(notice, Scenario.HQ).getId())
                .correlate();
        jdbc.sql("update assignment set waiting = true where id = :id")
                .param("id", scenario.assignment(notice, Scenario.HQ).id())
                .update();

        management.executeJob(join);

        assertThat(scenario.open(notice, Scenario.HQ)).containsExactly("compileNationalReport");
        assertThat(scenario.instance(notice, "000001")).isNull();
    }

    @Test
    void waitsForNobodyWhenEveryoneHasFinishedBefore() {
        long notice = scenario.draft(Scenario.text(42));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        scenario.decide(notice, Scenario.HQ, "signNotice", true, null);
        finishAllAt(notice, 1);

        jobs.runAll();

        assertThat(scenario.open(notice, Scenario.HQ)).containsExactly("compileNationalReport");
    }

    @Test
    void letsAProvinceReportAtOnceWhenItsUnitsHaveFinishedBefore() {
        scenario.withSixtyUnitsBelow(NINGXIA, "6409", () -> {
            long notice = scenario.issueTo(NINGXIA);
            scenario.sign(notice, NINGXIA);
            scenario.draftPlan(notice, NINGXIA);
            scenario.decide(notice, NINGXIA, "approvePlan", true, null);
            scenario.decide(notice, NINGXIA, "reviewPlan", true, null);
            finishAllAt(notice, 2);

            jobs.runAll();

            assertThat(scenario.open(notice, NINGXIA)).containsExactly("compileReport");
        });
    }

    private void finishAllAt(long notice, int depth) {
        jdbc.sql("update assignment set stage = 'DELIVERED' where notice_id = :notice and depth = :depth")
                .param("notice", notice)
                .param("depth", depth)
                .update();
    }

    @RepeatedTest(3)
    void showsNobodyAnErrorWhenSeveralPeopleFinishAProvinceAtOnce() throws Exception {
        long notice = scenario.draft(Scenario.text(41));
        scenario.address(notice, NINGXIA, "310000");
        downToPrefectures(notice);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        scenario.decide(notice, Scenario.HQ, "signNotice", true, null);
        jobs.runAll();
        scenario.plan(notice, NINGXIA);
        List<String> prefectures =
                scenario.units().childrenOf(NINGXIA).stream().map(Unit::code).toList();
        prefectures.forEach(unit -> toTheReview(notice, unit));
        jobs.start();
        ConcurrentLinkedQueue<Throwable> seen = new ConcurrentLinkedQueue<>();

        List<Callable<Boolean>> reviews = new ArrayList<>();
        for (String unit : prefectures) {
            Task review = scenario.task(notice, unit, "reviewReport");
            reviews.add(() -> complete(review, seen));
        }
        atOnce(reviews);

        assertThat(seen).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(scenario.open(notice, NINGXIA)).containsExactly("compileReport"));
        jobs.stop();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(notice + "/" + NINGXIA)
                        .count())
                .isEqualTo(1);
        prefectures.forEach(
                unit -> assertThat(scenario.assignment(notice, unit).stage()).isEqualTo(Stage.DELIVERED));
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    // ---- steps

    private long dispatched() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        return notice;
    }

    private List<Long> below(Assignment superior) {
        return jdbc.sql("select id from assignment where parent_id = :id order by id")
                .param("id", superior.id())
                .query(Long.class)
                .list();
    }

    private void reopen(Assignment superior, List<Long> below) {
        jdbc.sql("update assignment set waiting = false, stage = 'PLAN' where id = :id")
                .param("id", superior.id())
                .update();
        jdbc.sql("update assignment set stage = 'REVIEW' where id in (:ids)")
                .param("ids", below)
                .update();
    }

    /** As the process does it: the unit's own row is committed before the superior is counted. */
    private Optional<String> finish(Assignment superior, long child) {
        transaction.executeWithoutResult(status -> deliver(child));
        return transaction.execute(status -> cascade.wakeSuperior(superior.id()));
    }

    private void deliver(long child) {
        jdbc.sql("update assignment set stage = 'DELIVERED' where id = :id")
                .param("id", child)
                .update();
    }

    private boolean waiting(Assignment unit) {
        return jdbc.sql("select waiting from assignment where id = :id")
                .param("id", unit.id())
                .query(Boolean.class)
                .single();
    }

    private void downToPrefectures(long notice) {
        jdbc.sql("update notice set down_to = 'PREFECTURE' where id = :id")
                .param("id", notice)
                .update();
    }

    private void toTheReview(long notice, String unit) {
        scenario.study(notice, unit, 4);
        scenario.fill(notice, unit, Kind.REPORT, Map.of("content", "已落实"));
        scenario.complete(notice, unit, "compileReport");
        scenario.decide(notice, unit, "approveReport", true, null);
    }

    private boolean complete(Task review, ConcurrentLinkedQueue<Throwable> seen) {
        identities.setAuthentication("u640000staff", List.of("U640000STAFF"), List.of(NINGXIA));
        try {
            tasks.complete(review.getId(), Map.of("approved", true));
            return true;
        } catch (RuntimeException shown) {
            seen.add(shown);
            return false;
        } finally {
            identities.clearAuthentication();
        }
    }

    private <T> List<T> atOnce(List<? extends Callable<T>> works) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(works.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> work : works) {
            running.add(threads.submit(() -> {
                together.await(10, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        List<T> outcomes = new ArrayList<>();
        for (Future<T> future : running) {
            outcomes.add(future.get());
        }
        return outcomes;
    }
}
