package org.noticecascade.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.directory.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** What each shared filter shows to whom. The notice went to Ningxia and Shanghai; Yinchuan has its receipt too. */
@ProcessTest
class SharedFiltersTest {
    private static final String NINGXIA = "640000";
    private static final String YINCHUAN = "640100";
    private static final String SHIZUISHAN = "640200";
    private static final String SHANGHAI = "310000";
    private static final List<String> NAMES = List.of("我的待办", "本单位待签收", "即将到期", "已逾期", "本单位全部");

    @Autowired
    private SharedFilters shared;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    private long notice;

    @BeforeEach
    void handTheNoticeDown() {
        notice = scenario.issueTo(NINGXIA, SHANGHAI);
        scenario.plan(notice, NINGXIA);
    }

    @AfterEach
    void signOut() {
        scenario.signOut();
    }

    @Test
    void keepTheirIdsAndOrderFromStartToStart() {
        List<String> first = shared.create();
        Filter renamed = filters.getFilter(first.get(2));
        filters.saveFilter(renamed.setName("别的名称"));

        assertThat(shared.create()).isEqualTo(first);

        List<Filter> all = new ArrayList<>(filters.createTaskFilterQuery().list());
        all.sort((a, b) -> ((Integer) a.getProperties().get("priority"))
                .compareTo((Integer) b.getProperties().get("priority")));
        assertThat(all).extracting(Filter::getName).isEqualTo(NAMES);
        assertThat(all).extracting(Filter::getId).isEqualTo(first);
        assertThat(all)
                .extracting(filter -> filter.getProperties().get("refresh"))
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void showNobodyAnotherUnitsTasks() {
        for (Role role : Role.values()) {
            for (String unit : List.of(YINCHUAN, SHIZUISHAN, SHANGHAI, "460000", "310101")) {
                scenario.signIn(unit, role);
                for (String name : NAMES) {
                    assertThat(keys(name))
                            .as("%s %s %s", unit, role, name)
                            .allMatch(key -> key.equals(notice + "/" + unit));
                }
            }
        }
    }

    @Test
    void staffFindTheReceiptUnderMineReceiptsAndAll() {
        scenario.signIn(YINCHUAN, Role.STAFF);

        assertThat(names("我的待办")).containsExactly("userTask_signReceipt");
        assertThat(names("本单位待签收")).containsExactly("userTask_signReceipt");
        assertThat(names("本单位全部")).containsExactly("userTask_signReceipt");
        assertThat(names("已逾期")).isEmpty();
    }

    @Test
    void whatAColleagueHasClaimedIsNotMineButMyUnits() {
        Task task = scenario.task(notice, YINCHUAN, "signReceipt");
        tasks.setAssignee(task.getId(), "a-colleague");

        scenario.signIn(YINCHUAN, Role.STAFF);
        assertThat(names("我的待办")).isEmpty();
        assertThat(names("本单位待签收")).hasSize(1);
        assertThat(names("本单位全部")).hasSize(1);

        scenario.signOut();
        tasks.setAssignee(task.getId(), Scenario.userId(YINCHUAN, Role.STAFF));
        scenario.signIn(YINCHUAN, Role.STAFF);
        assertThat(names("我的待办")).hasSize(1);
    }

    @Test
    void theLeadFindsWhatAwaitsApprovalAndNoReceipt() {
        scenario.sign(notice, SHANGHAI);
        scenario.draftPlan(notice, SHANGHAI);

        scenario.signIn(SHANGHAI, Role.LEAD);
        assertThat(names("我的待办")).containsExactly("userTask_approvePlan");
        assertThat(names("本单位待签收")).isEmpty();

        scenario.signIn(SHANGHAI, Role.STAFF);
        assertThat(names("我的待办")).isEmpty();
    }

    @Test
    void aProvincesSupervisorWatchesTheUnitsOwnTasksButOwnsNone() {
        scenario.sign(notice, SHANGHAI);

        scenario.signIn(SHANGHAI, Role.SUPERVISOR);

        assertThat(names("我的待办")).isEmpty();
        assertThat(names("本单位全部")).containsExactly("userTask_draftPlan");
    }

    @Test
    void whoWorksForTwoUnitsFindsBoth() {
        identities.setAuthentication(
                "two-units", List.of(Role.STAFF.groupOf(YINCHUAN), Role.STAFF.groupOf(SHIZUISHAN)), List.of(NINGXIA));

        for (String name : List.of("我的待办", "本单位待签收", "本单位全部")) {
            assertThat(keys(name)).containsExactlyInAnyOrder(notice + "/" + YINCHUAN, notice + "/" + SHIZUISHAN);
        }
    }

    @Test
    void whoWorksForNoUnitFindsNothing() {
        identities.setAuthentication("nobody", List.of("SOMETHING"), List.of());

        for (String name : NAMES) {
            assertThat(keys(name)).as(name).isEmpty();
        }
    }

    @Test
    void soonIsYellowAndOverdueIsRedByWorkingDays() {
        LocalDate friday = LocalDate.of(2026, 3, 20);
        assertThat(scenario.assignment(notice, YINCHUAN).dueDate()).isEqualTo(friday);

        assertShownOn(friday.minusDays(4), "");
        assertShownOn(friday.minusDays(3), "即将到期");
        assertShownOn(friday, "即将到期");
        assertShownOn(friday.plusDays(2), "即将到期");
        assertShownOn(friday.plusDays(3), "已逾期");
    }

    @Test
    void followADueDateThatMoves() {
        Task task = scenario.task(notice, YINCHUAN, "signReceipt");
        time.moveTo(LocalDate.of(2026, 3, 24));
        tasks.setDueDate(
                task.getId(),
                Date.from(time.today()
                        .plusDays(60)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant()));

        scenario.signIn(YINCHUAN, Role.STAFF);

        assertThat(names("已逾期")).isEmpty();
        assertThat(names("即将到期")).isEmpty();
        assertThat(names("我的待办")).hasSize(1);
    }

    private void assertShownOn(LocalDate day, String expected) {
        time.moveTo(day);
        scenario.signIn(YINCHUAN, Role.STAFF);
        Map<String, Integer> shown =
                Map.of("即将到期", names("即将到期").size(), "已逾期", names("已逾期").size());
        assertThat(shown)
                .as("%s", day)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(name.equals(expected) ? 1 : 0));
    }

    private List<String> names(String filter) {
        return list(filter).stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<String> keys(String filter) {
        List<Task> found = list(filter);
        return scenario.keysOf(found);
    }

    private List<Task> list(String name) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        return filters.list(filter.getId());
    }
}
