package org.noticecascade.deputy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.directory.ImportProgress;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.directory.PersonChange;
import org.noticecascade.directory.process.EngineIdentities;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While somebody is away the deputy is in their groups and has their tasks; afterwards all is as before. */
@ProcessTest
class StandingInTest {
    private static final String NINGXIA = "640000";
    private static final String STAFF = "u640000staff";
    private static final String LEAD = "u640000lead";
    private static final String SUPERVISOR = "u640000supervisor";
    private static final String LEADS = "U640000LEAD";
    private static final LocalDate TODAY = TestTime.START;
    private static final LocalDate LAST = TODAY.plusDays(2);

    @Autowired
    private Deputies deputies;

    @Autowired
    private StandingIn standingIn;

    @Autowired
    private FollowImports imports;

    @Autowired
    private EngineIdentities identities;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private People people;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Http http;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from person_role where user_id = :user and role = 'LEAD'")
                .param("user", SUPERVISOR)
                .update();
        jdbc.sql(
                        "update person set active = true, unit_code = '640000' where user_id in ('u640000supervisor', 'u640000staff')")
                .update();
        jdbc.sql("delete from deputy").update();
        standingIn.look();
        assertThat(groups(SUPERVISOR)).containsExactly("U640000SUPERVISOR");
    }

    @Test
    void givesTheGroupsAtOnceAndTakesThemBackWhenTheRangeHasEnded() {
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        assertThat(groups(SUPERVISOR)).containsExactly(LEADS, "U640000SUPERVISOR");

        time.moveTo(LAST);
        standingIn.look();
        assertThat(groups(SUPERVISOR)).contains(LEADS);

        time.moveTo(LAST.plusDays(1));
        standingIn.look();
        assertThat(groups(SUPERVISOR)).containsExactly("U640000SUPERVISOR");
        assertThat(unitActs()).containsExactly("DEPUTY_NAMED", "DEPUTY_BEGAN", "DEPUTY_ENDED");
    }

    @Test
    void beginsOnTheFirstDayAndEndsWhenTakenBack() {
        deputies.name(LEAD, SUPERVISOR, LAST, LAST);
        standingIn.look();
        assertThat(groups(SUPERVISOR)).doesNotContain(LEADS);

        time.moveTo(LAST);
        standingIn.look();
        assertThat(groups(SUPERVISOR)).contains(LEADS);

        deputies.remove(LEAD, LAST);
        assertThat(groups(SUPERVISOR)).doesNotContain(LEADS);
        assertThat(unitActs()).containsExactly("DEPUTY_NAMED", "DEPUTY_BEGAN", "DEPUTY_TAKEN_BACK", "DEPUTY_ENDED");
    }

    @Test
    void passesClaimedTasksOnAndGivesThemBackToTheGroup() {
        Task approval = planToApprove();
        tasks.setAssignee(approval.getId(), LEAD);

        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        assertThat(assignee(approval)).isEqualTo(SUPERVISOR);

        deputies.remove(LEAD, TODAY);
        assertThat(assignee(approval)).isNull();
        assertThat(jdbc.sql("select from_value || '>' || to_value from ledger where act = 'TASK_PASSED_ON' order by id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfies(entries -> {
                    assertThat(entries.get(0)).startsWith(LEAD + ">" + SUPERVISOR + " 审批");
                    assertThat(entries.get(1)).startsWith(SUPERVISOR + ">退回待领取");
                });
    }

    /** The engine lets whoever ever held a task complete it, as long as the task lives. */
    @Test
    void letsNobodyDoAsADeputyWhatTheyHeldOnceTheRangeHasEnded() {
        Task approval = planToApprove();
        tasks.setAssignee(approval.getId(), LEAD);
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        assertThat(assignee(approval)).isEqualTo(SUPERVISOR);
        deputies.remove(LEAD, TODAY);

        Http.Answer completed = http.complete(SUPERVISOR, approval.getId(), Map.of("approved", true));
        Http.Answer claimed =
                http.post(SUPERVISOR, "/engine-rest/task/" + approval.getId() + "/claim", Map.of("userId", SUPERVISOR));

        assertThat(completed.status()).as(completed.text()).isEqualTo(403);
        assertThat(completed.text()).contains("您无权这样处理该任务");
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(403);
        assertThat(assignee(approval)).isNull();
        assertThat(http.complete(LEAD, approval.getId(), Map.of("approved", true))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void givesBackWhatSomebodyHasClaimedWhomAnImportMovesAway() {
        Task receipt = scenario.task(scenario.issueTo(NINGXIA), NINGXIA, "signReceipt");
        tasks.setAssignee(receipt.getId(), STAFF);
        Person before = person(STAFF);
        jdbc.sql("update person set unit_code = '640100' where user_id = :user")
                .param("user", STAFF)
                .update();

        imports.peopleChanged(List.of(new PersonChange(before, person(STAFF))), ImportProgress.NONE);

        assertThat(assignee(receipt)).isNull();
        assertThat(jdbc.sql("select from_value || '>' || to_value from ledger where act = 'TASK_PASSED_ON'")
                        .query(String.class)
                        .single())
                .startsWith(STAFF + ">退回待领取");
    }

    @Test
    void keepsWhatSomebodyHasClaimedWhoStays() {
        Task receipt = scenario.task(scenario.issueTo(NINGXIA), NINGXIA, "signReceipt");
        tasks.setAssignee(receipt.getId(), STAFF);

        imports.peopleChanged(List.of(new PersonChange(person(STAFF), person(STAFF))), ImportProgress.NONE);

        assertThat(assignee(receipt)).isEqualTo(STAFF);
    }

    /** Somebody deleted the user in the engine's administration and left the person in the directory. */
    @Test
    void leavesOutADeputyWithoutAnAccountAndGoesOnWithTheOthers() {
        String other = "u310000lead";
        deputies.name(LEAD, SUPERVISOR, LAST, LAST);
        deputies.name(other, "u310000supervisor", LAST, LAST);
        User deleted = identity.createUserQuery().userId(SUPERVISOR).singleResult();
        identity.deleteUser(SUPERVISOR);
        try {
            time.moveTo(LAST);
            standingIn.look();

            assertThat(groups("u310000supervisor")).contains("U310000LEAD");
            assertThat(jdbc.sql("select count(*) from stand_in where deputy_id = :deputy")
                            .param("deputy", SUPERVISOR)
                            .query(Long.class)
                            .single())
                    .isZero();
            deputies.remove(other, LAST);
            assertThat(groups("u310000supervisor")).doesNotContain("U310000LEAD");
        } finally {
            User again = identity.newUser(SUPERVISOR);
            again.setFirstName(deleted.getFirstName());
            again.setLastName(deleted.getLastName());
            again.setEmail(deleted.getEmail());
            again.setPassword("Demo-2026-cascade");
            identity.saveUser(again);
            identity.createMembership(SUPERVISOR, "U640000SUPERVISOR");
        }
    }

    @Test
    void leavesTheDeputyWhatIsTheirOwn() {
        Task receipt = scenario.task(scenario.issueTo(NINGXIA), NINGXIA, "signReceipt");
        deputies.name(LEAD, STAFF, TODAY, LAST);
        tasks.setAssignee(receipt.getId(), STAFF);

        deputies.remove(LEAD, TODAY);

        assertThat(groups(STAFF)).containsExactly("U640000STAFF");
        assertThat(assignee(receipt)).isEqualTo(STAFF);
    }

    /** A role of one's own that came meanwhile is not taken away with the deputy's. */
    @Test
    void keepsAMembershipThatBecameTheDeputysOwn() {
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        jdbc.sql("insert into person_role (user_id, role) values (:user, 'LEAD')")
                .param("user", SUPERVISOR)
                .update();

        deputies.remove(LEAD, TODAY);

        assertThat(groups(SUPERVISOR)).contains(LEADS);
        assertThat(jdbc.sql("select count(*) from stand_in").query(Long.class).single())
                .isZero();
        identity.deleteMembership(SUPERVISOR, LEADS);
    }

    @Test
    void putsBackWhatAnImportTookAway() {
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        List<PersonChange> changes = List.of(new PersonChange(person(SUPERVISOR), person(SUPERVISOR)));

        identities.peopleChanged(changes, ImportProgress.NONE);
        assertThat(groups(SUPERVISOR)).doesNotContain(LEADS);
        imports.peopleChanged(changes, ImportProgress.NONE);

        assertThat(groups(SUPERVISOR)).contains(LEADS);
    }

    @Test
    void takesEverythingFromADeputyWhoHasLeftTheUnit() {
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        jdbc.sql("update person set unit_code = '640100' where user_id = :user")
                .param("user", SUPERVISOR)
                .update();

        standingIn.look();

        assertThat(groups(SUPERVISOR)).doesNotContain(LEADS);
    }

    @Test
    void passesOnWhereTheDeputyIsAwayTooAndGivesNobodyAnythingInACircle() {
        Task approval = planToApprove();
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);
        tasks.setAssignee(approval.getId(), SUPERVISOR);

        deputies.name(SUPERVISOR, STAFF, TODAY, TODAY);
        assertThat(groups(STAFF)).containsExactly(LEADS, "U640000STAFF", "U640000SUPERVISOR");
        assertThat(groups(SUPERVISOR)).doesNotContain(LEADS);
        assertThat(assignee(approval)).isEqualTo(STAFF);

        deputies.name(STAFF, LEAD, TODAY, TODAY);
        assertThat(groups(STAFF)).containsExactly("U640000STAFF");
        assertThat(groups(SUPERVISOR)).containsExactly("U640000SUPERVISOR");
        assertThat(groups(LEAD)).containsExactly(LEADS);
        assertThat(assignee(approval)).isNull();
    }

    @Test
    void twoNodesGiveAndTakeOnce() throws Exception {
        List<String> expected = new ArrayList<>(List.of("DEPUTY_NAMED"));
        deputies.name(LEAD, SUPERVISOR, LAST, LAST);
        for (int round = 0; round < 20; round++) {
            time.moveTo(LAST);
            lookOnFourNodes();
            assertThat(groups(SUPERVISOR)).contains(LEADS);

            time.moveTo(LAST.plusDays(1));
            lookOnFourNodes();
            assertThat(groups(SUPERVISOR)).doesNotContain(LEADS);
            expected.addAll(List.of("DEPUTY_BEGAN", "DEPUTY_ENDED"));
        }
        assertThat(unitActs()).isEqualTo(expected);
    }

    @Test
    void letsTheDeputyApproveAndRecordsForWhom() {
        Task approval = planToApprove();
        deputies.name(LEAD, SUPERVISOR, TODAY, LAST);

        assertThat(http.post(
                                SUPERVISOR,
                                "/engine-rest/task/" + approval.getId() + "/claim",
                                Map.of("userId", SUPERVISOR))
                        .status())
                .isEqualTo(204);
        assertThat(http.complete(SUPERVISOR, approval.getId(), Map.of("approved", true))
                        .status())
                .isEqualTo(204);

        assertThat(jdbc.sql("select actor || ' ' || on_behalf from ledger where act = 'PLAN_APPROVED'")
                        .query(String.class)
                        .list())
                .containsExactly(SUPERVISOR + " 代 " + person(LEAD).name());
        assertThat(jdbc.sql("select count(*) from ledger where act <> 'PLAN_APPROVED' and on_behalf is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesToApproveWhatOneHandedInOneselfAsADeputy() {
        Task approval = planToApprove();
        deputies.name(LEAD, STAFF, TODAY, LAST);

        Http.Answer answer = http.complete(STAFF, approval.getId(), Map.of("approved", true));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("由您本人提交");
        assertThat(assignee(approval)).isNull();
        assertThat(http.complete(STAFF, approval.getId(), Map.of("approved", false, "reason", "我再改改"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void refusesToSignAsADeputyTheNoticeOneDrafted() {
        long notice = scenario.draft(Scenario.text(78));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        Task signature = scenario.task(notice, Scenario.HQ, "signNotice");
        deputies.name("u000000lead", "u000000staff", TODAY, LAST);
        scenario.signIn(Scenario.HQ, org.noticecascade.directory.Role.STAFF);

        assertThatThrownBy(() -> tasks.complete(signature.getId(), Map.of("approved", true)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("由您本人提交");
        scenario.signOut();
    }

    private Task planToApprove() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        scenario.draftPlan(notice, NINGXIA);
        return scenario.task(notice, NINGXIA, "approvePlan");
    }

    private void lookOnFourNodes() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> looks = List.of(1, 2, 3, 4).stream()
                    .<Future<?>>map(node -> nodes.submit(() -> {
                        together.await();
                        standingIn.look();
                        return node;
                    }))
                    .toList();
            for (Future<?> look : looks) {
                look.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .sorted()
                .toList();
    }

    private List<String> unitActs() {
        return jdbc.sql("select act from ledger where notice_id is null order by id")
                .query(String.class)
                .list();
    }

    private Person person(String user) {
        return people.find(user).orElseThrow();
    }
}
