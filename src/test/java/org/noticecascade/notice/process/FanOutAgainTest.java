package org.noticecascade.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.directory.Unit;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Issuing;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever part of the fan-out is repeated, no unit gets a second assignment or a second process. */
@ProcessTest
class FanOutAgainTest {
    private static final String HQ = Scenario.HQ;
    private static final String NINGXIA = "640000";
    private static final String HAINAN = "460000";
    private static final String SHANGHAI = "310000";
    private static final String YINCHUAN = "640100";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Issuing issuing;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private UnitStarter starter;

    @Autowired
    private HistoryService history;

    @Autowired
    private TransactionTemplate transaction;

    private TransactionTemplate ofItsOwn;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anotherTransaction(@Autowired PlatformTransactionManager transactions) {
        ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @AfterEach
    void healLevels() {
        jdbc.sql("alter table assignment drop constraint if exists poisoned").update();
    }

    @Test
    void issuesEveryAddresseeOnce() {
        long notice = scenario.issueTo(NINGXIA, HAINAN);
        List<Long> before = ids(notice);

        transaction.executeWithoutResult(status -> issuing.issue(notice));

        assertThat(ids(notice)).isEqualTo(before);
    }

    @Test
    void dispatchesToEverySubordinateOnce() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        List<Long> before = ids(notice);

        Boolean any = transaction.execute(status -> issuing.dispatch(scenario.assignment(notice, NINGXIA)));

        assertThat(any).isTrue();
        assertThat(ids(notice)).isEqualTo(before);
        assertThat(scenario.acts(notice, NINGXIA)).containsOnlyOnce("ASSIGNED");
        assertThat(transaction.<List<Assignment>>execute(status ->
                        issuing.toStart(scenario.assignment(notice, NINGXIA).id(), 100)))
                .isEmpty();
    }

    @Test
    void startsABatchAgainAsAWholeWhenItFailedInTheMiddle() {
        long notice = signed(31, NINGXIA, HAINAN, SHANGHAI);
        Job batch = jobs.due().get(0);
        jdbc.sql("alter table assignment add constraint poisoned check" + " (unit_code <> '" + HAINAN
                        + "' or instance_id is null)")
                .update();

        assertThatThrownBy(() -> management.executeJob(batch.getId())).isInstanceOf(RuntimeException.class);

        assertThat(instances(notice)).isEqualTo(1);
        assertThat(scenario.assignment(notice, SHANGHAI).instanceId()).isNull();
        assertThat(management
                        .createJobQuery()
                        .jobId(batch.getId())
                        .singleResult()
                        .getRetries())
                .isEqualTo(4);
        healLevels();
        management.executeJob(batch.getId());
        jobs.runAll();
        assertThat(instances(notice)).isEqualTo(4);
        for (String unit : List.of(SHANGHAI, HAINAN, NINGXIA)) {
            assertThat(scenario.instance(notice, unit).getId())
                    .isEqualTo(scenario.assignment(notice, unit).instanceId());
        }
    }

    @Test
    void startsOnlyTheUnitThatHasNoProcessYet() {
        long notice = signed(32, NINGXIA, HAINAN);
        jdbc.sql("update assignment set instance_id = 'started-before' where unit_code = :unit and notice_id = :notice")
                .param("unit", HAINAN)
                .param("notice", notice)
                .update();

        jobs.runAll();

        assertThat(scenario.instance(notice, HAINAN)).isNull();
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
    }

    @Test
    void givesAUnitThatWasAddedLaterItsPartWithoutTouchingTheOthers() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        jdbc.sql("delete from assignment where unit_code = :unit and notice_id = :notice")
                .param("unit", YINCHUAN)
                .param("notice", notice)
                .update();
        int before = ids(notice).size();

        transaction.executeWithoutResult(status -> issuing.dispatch(scenario.assignment(notice, NINGXIA)));

        assertThat(ids(notice)).hasSize(before + 1);
        assertThat(transaction.<List<Assignment>>execute(status ->
                        issuing.toStart(scenario.assignment(notice, NINGXIA).id(), 100)))
                .extracting(Assignment::unitCode)
                .containsExactly(YINCHUAN);
    }

    @Test
    void startsAFewSubordinatesInTheActThatDispatchesThem() {
        long notice = scenario.issueTo(NINGXIA);
        handInPlan(notice);

        scenario.decide(notice, NINGXIA, "reviewPlan", true, null);

        assertThat(instances(notice)).isEqualTo(2 + 5);
        assertThat(scenario.open(notice, YINCHUAN)).containsExactly("signReceipt");
        assertThat(management
                        .createJobQuery()
                        .activityId("serviceTask_startUnits")
                        .count())
                .isZero();
        assertThat(scenario.assignment(notice, NINGXIA).stage()).isEqualTo(Stage.WAITING);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(scenario.instance(notice, YINCHUAN).getId())
                        .singleResult()
                        .getStartUserId())
                .as("a name of headquarters that the prefecture would read")
                .isNull();
        assertThat(jdbc.sql("select actor from ledger where act = 'ASSIGNED' and unit_code = ? and notice_id = ?")
                        .params(NINGXIA, notice)
                        .query(String.class)
                        .single())
                .isEqualTo("u000000staff");
    }

    @Test
    void startsNoUnitThatLeavesTheNoticeMeanwhile() {
        long notice = signed(33, NINGXIA, HAINAN);
        jobs.runUntil(() -> ids(notice).size() == 3);
        long headquarters = scenario.assignment(notice, HQ).id();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    List<Assignment> seen = issuing.toStart(headquarters, 100);
                    ofItsOwn.executeWithoutResult(other -> waive(notice, HAINAN));
                    starter.start(seen);
                }))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(instances(notice)).as("with headquarters").isOne();
        jobs.runAll();
        assertThat(scenario.instance(notice, HAINAN)).isNull();
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("signReceipt");
    }

    private void waive(long notice, String unit) {
        jdbc.sql("update assignment set stage = 'WAIVED' where notice_id = ? and unit_code = ?")
                .params(notice, unit)
                .update();
    }

    /** Instances that were begun before units were started at once ask only whether there are any, and leave them to jobs. */
    @Test
    void goesOnByAnEarlierModel() throws IOException {
        scenario.withStudySessionModel(FanOutAgainTest::earlier, () -> {
            long notice = scenario.issueTo(NINGXIA);
            scenario.plan(notice, NINGXIA);

            scenario.complete(notice, YINCHUAN, "signReceipt");

            assertThat(instances(notice)).isEqualTo(2 + 5 + 6);
            assertThat(management
                            .createJobQuery()
                            .activityId("serviceTask_startUnits")
                            .count())
                    .isOne();
            jobs.runAll();
            assertThat(instances(notice)).isEqualTo(2 + 5 + 6);
            for (Unit county : scenario.units().childrenOf(YINCHUAN)) {
                assertThat(scenario.open(notice, county.code())).containsExactly("signReceipt");
            }
        });
    }

    private static String earlier(String model) {
        String earlier = model.replaceAll("(?s)<bpmn:sequenceFlow id=\"flow_startedAtOnce\".*?</bpmn:sequenceFlow>", "")
                .replaceAll("(?s)<bpmndi:BPMNEdge id=\"flow_startedAtOnce_di\".*?</bpmndi:BPMNEdge>", "")
                .replaceAll("<bpmn:(incoming|outgoing)>flow_startedAtOnce</bpmn:(incoming|outgoing)>", "")
                .replaceAll("(?s)(id=\"flow_hasUnits\".*?)\\$\\{moreUnits}", "$1\\${hasUnits}");
        assertThat(earlier).doesNotContain("startedAtOnce").contains("${hasUnits}");
        return earlier;
    }

    @Test
    void takesTheActBackWhenOneOfAFewSubordinatesCannotBeStarted() {
        long notice = scenario.issueTo(NINGXIA);
        handInPlan(notice);
        jdbc.sql("alter table assignment add constraint poisoned check (unit_code <> '" + YINCHUAN
                        + "' or instance_id is null)")
                .update();

        assertThatThrownBy(() -> scenario.decide(notice, NINGXIA, "reviewPlan", true, null))
                .isInstanceOf(RuntimeException.class);

        assertThat(scenario.open(notice, NINGXIA)).containsExactly("reviewPlan");
        assertThat(ids(notice)).hasSize(2);
        assertThat(instances(notice)).isEqualTo(2);
        healLevels();
        scenario.decide(notice, NINGXIA, "reviewPlan", true, null);
        assertThat(instances(notice)).isEqualTo(2 + 5);
        assertThat(scenario.acts(notice, NINGXIA)).containsOnlyOnce("ASSIGNED");
    }

    private void handInPlan(long notice) {
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        scenario.decide(notice, NINGXIA, "approvePlan", true, null);
    }

    @Test
    void startsMoreSubordinatesThanOneBatchHoldsBelowAProvinceAndBelowAPrefecture() {
        scenario.withSixtyUnitsBelow(
                NINGXIA,
                "6409",
                () -> scenario.withSixtyUnitsBelow(YINCHUAN, "6419", () -> {
                    long notice = scenario.issueTo(NINGXIA);
                    scenario.plan(notice, NINGXIA);

                    scenario.sign(notice, YINCHUAN);

                    assertThat(instances(notice)).isEqualTo(2 + 5 + 60 + 6 + 60);
                    assertThat(ids(notice)).hasSize(2 + 5 + 60 + 6 + 60);
                }));
    }

    /** Signed by headquarters' lead; the jobs that issue it wait. */
    private long signed(int number, String... units) {
        long notice = scenario.draft(Scenario.text(number));
        scenario.address(notice, units);
        scenario.complete(notice, HQ, "draftNotice");
        scenario.decide(notice, HQ, "signNotice", true, null);
        return notice;
    }

    private List<Long> ids(long notice) {
        return jdbc.sql("select id from assignment where notice_id = :notice order by id")
                .param("notice", notice)
                .query(Long.class)
                .list();
    }

    private long instances(long notice) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(notice + "/%")
                .count();
    }
}
