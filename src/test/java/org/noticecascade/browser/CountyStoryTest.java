package org.noticecascade.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Huangpu, a district of Shanghai, is late with a notice: its supervisor sees it in red, it does its part, has to redo
 * its report, and is green in the end. Each test goes on where the one before ended.
 */
@Tag("browser")
@ExtendWith(Chapters.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CountyStoryTest {
    private static final String HUANGPU = "上海市黄浦区市场监督管理局";
    private static final String ADDED = "各省级局请附一个典型做法，一页以内。";
    private static final String REASON = "参加人数与学习记录不一致，请核对后重报。";

    private static DemoService service;
    private static Playwright playwright;
    private static Scene scene;
    private static Person supervisor;
    private static Board board;

    @BeforeAll
    static void setTheScene() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        service = DemoService.start();
        scene = Scene.set(service.address());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        supervisor = Person.before(playwright, scene, "u310000supervisor");
    }

    @AfterAll
    static void end() {
        if (supervisor != null) {
            supervisor.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    void supervisorSeesTheCountyInRed() {
        board = supervisor.watch().list();
        board.window().picture("01-board-notices");
        board.openNotice();
        assertThat(board.lightOf(HUANGPU)).isEqualTo("逾期");
        assertThat(board.stageOf(HUANGPU)).isEqualTo("签收");
        assertThat(board.count("逾期")).isEqualTo("1");
        board.window().isAccessible(".nc-board");
        board.window().picture("02-board-red");
        board.window().phonePicture("03-board-phone", ".nc-units-table");
        board.window().onPhone(() -> board.window().isAccessible(".nc-board"));
        board.details(HUANGPU).window().picture("04-board-details");
        board.window().isAccessible(".nc-panel");
        board.closeDetails();
    }

    @Test
    @Order(2)
    void countySigns() {
        atTasklist("u310101staff", staff -> {
            staff.card("签收通知").waitFor();
            assertThat(staff.card("签收通知")).containsText("已逾期 3 个工作日");
            assertThat(staff.list("已逾期")).containsText("1");
            staff.window().picture("05-list");
            staff.window().isAccessible(".tasks-list .nc-card-line");
            staff.take("签收通知");
            staff.window().isAccessible("nc-form");
            staff.window().picture("06-receipt");
            staff.finish();
        });
    }

    @Test
    @Order(3)
    void countyRecordsItsSessionWithTwoFiles() {
        atTasklist("u310101staff", staff -> {
            staff.take("安排学习活动");
            staff.write("form", "中心组学习");
            staff.write("plannedOn", scene.today());
            staff.tab("延期");
            staff.window().find(".nc-tab form").waitFor();
            staff.window().isAccessible(".nc-tab");
            staff.window().picture("07-extension");
            staff.tab("表单");
            staff.finish();
            staff.take("组织学习并记录");
            staff.write("heldOn", scene.today());
            staff.write("participants", "36");
            staff.write("summary", "集中学习标准化基本知识，结合辖区食品产业讨论了三项措施。");
            staff.attach(EvidenceFiles.attendance(), EvidenceFiles.programme());
            staff.window().isAccessible("nc-form");
            staff.window().picture("08-session", "nc-select");
            staff.window().phonePicture("09-session-phone", "nc-head");
            staff.window().onPhone(() -> staff.window().isAccessible("nc-form"));
            staff.tab("通知");
            staff.window().find(".nc-reading .nc-ticks").first().waitFor();
            staff.window().isAccessible(".nc-reading");
            staff.window().picture("10-reading");
            staff.tab("表单");
            staff.finish();
        });
    }

    @Test
    @Order(4)
    void leadConfirmsWhatStaffRecorded() {
        atTasklist("u310101lead", lead -> {
            lead.take("确认学习情况");
            assertThat(lead.evidence("签到表.xlsx")).isVisible();
            assertThat(lead.evidence("学习议程.png")).isVisible();
            lead.agree();
            lead.window().picture("11-confirm", "nc-work");
            lead.finish();
        });
    }

    @Test
    @Order(5)
    void countyReports() {
        atTasklist("u310101staff", staff -> {
            staff.take("编制落实情况报告");
            assertThat(staff.field("participants").locator("input")).hasValue("36");
            staff.write("content", "已补办签收，集中学习一次，30人参加。");
            staff.window().picture("12-report");
            staff.finish();
        });
        scene.by("u310101lead").agree("userTask_approveReport");
    }

    @Test
    @Order(6)
    void provinceReturnsTheReport() {
        atTasklist("u310000staff", province -> {
            province.take("审核下级报告");
            province.sendBack(REASON);
            province.window().isAccessible("nc-form");
            province.window().picture("13-return", "nc-decision");
            province.finish();
        });
    }

    @Test
    @Order(7)
    void countyReadsWhyAndRedoesIt() {
        atTasklist("u310101staff", staff -> {
            staff.take("编制落实情况报告");
            assertThat(staff.window().find("nc-return")).containsText(REASON);
            staff.window().picture("14-returned");
            staff.write("content", "已补办签收，集中学习一次，36人参加。");
            staff.finish();
        });
        scene.by("u310101lead").agree("userTask_approveReport");
        scene.by("u310000staff").awaitTask("userTask_reviewReport");
    }

    @Test
    @Order(8)
    void supervisorSeesRedTurnGreen() {
        board.reload();
        assertThat(board.unit(HUANGPU).locator(".nc-col-stage")).hasText("待上级审核");
        assertThat(board.lightOf(HUANGPU)).isEqualTo("正常");
        assertThat(board.count("逾期")).isEqualTo("0");
        board.window().picture("15-board-green");
        scene.by("u310000staff").agree("userTask_reviewReport");
        board.reload();
        assertThat(board.unit(HUANGPU).locator(".nc-col-stage")).hasText("已办结");
        assertThat(board.count("已报送")).isEqualTo("15 / 16");
    }

    @Test
    @Order(9)
    void strangerIsRefusedTheTask() {
        String task = scene.by("u310104staff").awaitTask("userTask_scheduleSession");
        be("u640000staff", stranger -> {
            stranger.signInAt("/camunda/app/tasklist/default/#/?task=" + task);
            assertThat(stranger.list("我的待办")).isVisible();
            assertThat(stranger.window().find(".task-pane, .tasks-list").first())
                    .isVisible();
            assertThat(stranger.window().find("nc-form")).hasCount(0);
            stranger.window().picture("16-stranger-task");
            assertThat(stranger.window().status("/camunda/api/cascade/tasks/" + task))
                    .isIn(403, 404);
        });
    }

    @Test
    @Order(10)
    void supervisorOfAnotherProvinceIsRefusedTheBoard() {
        be("u640000supervisor", stranger -> {
            stranger.signInAt("/camunda/app/cockpit/default/#/notice-board?notice=" + scene.notice());
            assertThat(stranger.window().find(".nc-board .nc-bad")).isVisible();
            assertThat(stranger.window().find(".nc-units-table")).hasCount(0);
            stranger.window().picture("17-stranger-board");
        });
    }

    @Test
    @Order(11)
    void staffIsRefusedCockpit() {
        be("u310101staff", staff -> {
            staff.signInAt("/camunda/app/cockpit/");
            assertThat(staff.window().page().getByText("没有使用本应用的权限")).isVisible();
            assertThat(staff.window().find("a.nc-nav")).hasCount(0);
            staff.window().picture("18-staff-cockpit");
        });
    }

    @Test
    @Order(12)
    void administratorPreviewsTheNextYear() {
        be("admin", admin -> {
            WorkingDaysPage days = new WorkingDaysPage(admin.watch().window());
            days.open();
            days.window().isAccessible(".nc-calendar");
            days.window().picture("19-calendar");
            int next = scene.today().getYear() + 1;
            days.year(next);
            days.preview("演示〔%d〕1号".formatted(next), "%1$d-01-01, OFF, 元旦\n%1$d-01-02, OFF, 元旦".formatted(next));
            days.window().picture("20-calendar-entry", ".nc-entry");
        });
    }

    @Test
    @Order(13)
    void headquartersAddsWhatTheReaderDidNotFind() {
        scene.draftAnother();
        atTasklist("u000000staff", staff -> {
            Window window = staff.window();
            staff.take("核对并补全通知");
            window.find("nc-requirements .nc-add").click();
            Locator added = window.find(".nc-added");
            added.locator("textarea").fill(ADDED);
            added.locator(".nc-day-button").press("Enter");
            window.find(".nc-month-panel td .nc-off").first().waitFor();
            window.isAccessible("nc-form");
            window.picture("21-draft-added", ".nc-added");
            window.find(".nc-month-panel [tabindex='0']").focus();
            window.page().keyboard().press("PageDown");
            window.find(".nc-month-panel [tabindex='0']:focus").waitFor();
            window.page().keyboard().press("Enter");
            assertThat(window.find(".nc-status-saved")).isVisible();
            String day = added.locator("input[type=date]").inputValue();
            assertThat(LocalDate.parse(day)).isEqualTo(scene.today().plusMonths(1));

            window.page().reload();
            assertThat(window.find(".nc-added textarea")).hasValue(ADDED);
            assertThat(window.find(".nc-added input[type=date]")).hasValue(day);
            staff.finish();
        });
        be("u000000lead", lead -> {
            lead.signIn();
            lead.take("签发通知");
            assertThat(lead.window().find("nc-notice-view .nc-checklist")).containsText(ADDED);
            lead.window().isAccessible("nc-form");
        });
    }

    @Test
    @Order(14)
    void panelsAndPagesBesideTheTasksAreAccessibleToo() {
        atTasklist("u310101staff", staff -> {
            staff.window().find("a[aria-haspopup=dialog]").first().click();
            staff.window().find(".nc-dialog form").waitFor();
            staff.window().isAccessible(".nc-dialog");
            staff.window().onPhone(() -> staff.window().isAccessible(".nc-dialog"));
            staff.window().picture("22-deputy");
        });
        be("u000000staff", staff -> {
            staff.signIn();
            staff.window().go("/camunda/api/cascade/demo/mail/");
            staff.window().find("#mails button").first().click();
            staff.window().find("#opened").waitFor();
            staff.window().isAccessible("main");
            staff.window().picture("23-mailbox");
            staff.window().go("/camunda/api/cascade/demo/");
            staff.window().find("#play").waitFor();
            staff.window().isAccessible("main");
        });
    }

    /** What the screens asked of the engine in all chapters is in the table of calls, or it would not have worked. */
    @Test
    @Order(15)
    void screensCallNothingThatIsNotListed() {
        assertThat(service.said("reason=not-listed")).isEmpty();
    }

    private static void atTasklist(String user, Consumer<Person> work) {
        be(user, person -> {
            person.signIn();
            work.accept(person);
        });
    }

    private static void be(String user, Consumer<Person> work) {
        Person.be(playwright, scene, user, work);
    }
}
