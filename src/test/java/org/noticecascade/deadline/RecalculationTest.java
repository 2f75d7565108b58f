package org.noticecascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Role;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.notice.Addressing;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.process.NoticeProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An arrangement is entered over HTTP while dates that were counted without it are open. */
@ProcessTest
class RecalculationTest {
    private static final String NINGXIA = "640000";
    private static final String PATH = "/api/calendar/years/2027";
    private static final String NUMBER = "国办发明电〔2026〕9号";

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private Addressing addressing;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ManagementService management;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forgetTheArrangement() {
        jdbc.sql("delete from calendar_day where source like '%2027%'").update();
        jdbc.sql("delete from calendar_year where for_year = 2027").update();
        calendar.reload();
    }

    @Test
    void keepsTheWorkingDaysOfOpenProvisionalDatesAndWritesThemDown() {
        time.moveTo(LocalDate.of(2026, 12, 21));
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        Assignment before = scenario.assignment(notice, NINGXIA);
        int left = calendar.days().between(time.today(), due(before));
        LocalDate finalBefore = finalDue(notice);
        int leftToFinal = calendar.days().between(time.today(), finalBefore);
        assertThat(before.dueDate()).as("counted with New Year's Day only").isEqualTo(LocalDate.of(2026, 12, 31));

        long written = recalculations();
        Http.Answer answer = enter(arrangement());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("saved").asBoolean()).isTrue();
        assertThat(answer.body().get("recalculated").asInt())
                .as("one for each entry in the ledger")
                .isPositive()
                .isEqualTo((int) (recalculations() - written));
        assertThat(calendar.days().isProvisional(LocalDate.of(2027, 3, 1))).isFalse();
        LocalDate finalAfter = finalDue(notice);
        assertThat(finalAfter).isAfter(finalBefore);
        assertThat(calendar.days().between(time.today(), finalAfter)).isEqualTo(leftToFinal);
        assertThat(finalTimer(notice)).isEqualTo(finalAfter.plusDays(1));
        assertThat(scenario.assignment(notice, NINGXIA).dueDate())
                .isEqualTo(calendar.days().plus(time.today(), left));
        assertThat(ledger.of(notice, null, 0, 200))
                .filteredOn(entry -> entry.act() == Act.DUE_RECALCULATED)
                .isNotEmpty()
                .anySatisfy(entry -> {
                    assertThat(entry.from()).contains(finalBefore.toString());
                    assertThat(entry.to()).contains(finalAfter.toString());
                });
    }

    @Test
    void showsAYearAsItIsInForceAndWhoMayEnterIt() {
        Http.Answer before = http.get("admin", PATH);
        Http.Answer lead = http.get(Scenario.userId(Scenario.HQ, Role.LEAD), PATH);
        enter(arrangement());
        Http.Answer after = http.get("admin", PATH);

        assertThat(before.status()).isEqualTo(200);
        assertThat(before.body().get("mayEnter").asBoolean()).isTrue();
        assertThat(before.body().at("/arranged/provisional").asBoolean()).isTrue();
        assertThat(before.body().at("/arranged/documentNumber").isNull()).isTrue();
        assertThat(before.body().at("/arranged/months")).hasSize(12);
        assertThat(before.body().at("/arranged/months/0/days/1/kind").asText()).isEqualTo("WEEKEND");
        assertThat(lead.body().get("mayEnter").asBoolean()).isFalse();
        assertThat(after.body().at("/arranged/provisional").asBoolean()).isFalse();
        assertThat(after.body().at("/arranged/documentNumber").asText()).isEqualTo(NUMBER);
        assertThat(after.body().at("/arranged/months/0/days/1/kind").asText()).isEqualTo("HOLIDAY");
        assertThat(http.get("admin", "/api/calendar/years/1999").status()).isEqualTo(422);
    }

    @Test
    void tellsATaskThatItsDueDateIsProvisional() {
        time.moveTo(LocalDate.of(2027, 1, 28));
        long notice = scenario.issueTo(NINGXIA);
        String path =
                "/api/tasks/" + scenario.task(notice, NINGXIA, "signReceipt").getId();
        String staff = Scenario.userId(NINGXIA, Role.STAFF);
        assertThat(http.get(staff, path).body().get("provisional").asBoolean()).isTrue();

        enter(arrangement());

        assertThat(http.get(staff, path).body().get("provisional").asBoolean()).isFalse();
    }

    @Test
    void movesUnitAndTaskTogether() {
        time.moveTo(LocalDate.of(2027, 1, 28));
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        Assignment before = scenario.assignment(notice, NINGXIA);
        assertThat(before.dueDate()).isBetween(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 28));

        enter(arrangement());

        Assignment after = scenario.assignment(notice, NINGXIA);
        assertThat(after.dueDate()).isAfter(before.dueDate());
        assertThat(after.originalDue()).isEqualTo(before.originalDue());
        assertThat(scenario.task(notice, NINGXIA, "draftPlan")
                        .getDueDate()
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate())
                .isEqualTo(after.dueDate());
        assertThat(scenario.acts(notice, NINGXIA)).endsWith("DUE_RECALCULATED");
    }

    @Test
    void showsTheYearAndTheProblemsWithoutSavingOnADryRun() {
        String wrong = arrangement().replace("2027-10-10, WORK, 国庆节", "2027-10-12, WORK, 国庆节")
                + "2027-01-01, OFF, 元旦\n2028-03-01, OFF, 春节\n某日, OFF, 元旦\n";

        Http.Answer answer = http.post("admin", PATH + "?dryRun=true", Map.of("documentNumber", NUMBER, "days", wrong));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("saved").asBoolean()).isFalse();
        assertThat(answer.body().get("problems").findValuesAsText("chinese"))
                .anyMatch(text -> text.contains("2027-10-12 本来就是工作日"))
                .anyMatch(text -> text.contains("重复"))
                .anyMatch(text -> text.contains("不在 2027 年内"))
                .anyMatch(text -> text.contains("“某日”不是日期"));
        assertThat(answer.body().get("months")).hasSize(12);
        assertThat(answer.body().at("/months/0/days/0/kind").asText()).isEqualTo("HOLIDAY");
        assertThat(calendar.days().isProvisional(LocalDate.of(2027, 3, 1))).isTrue();
    }

    @Test
    void refusesAnArrangementThatLacksAStatutoryDay() {
        Http.Answer answer = enter(arrangement().replaceFirst("2027-10-01, OFF, 国庆节\n", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asText()).contains("缺少法定节假日 2027-10-01（国庆节）");
        assertThat(calendar.days().isProvisional(LocalDate.of(2027, 3, 1))).isTrue();
    }

    @Test
    void isForAdministratorsOnly() {
        Map<String, String> body = Map.of("documentNumber", NUMBER, "days", arrangement());

        assertThat(http.post(Scenario.userId(Scenario.HQ, Role.LEAD), PATH, body)
                        .status())
                .isEqualTo(403);
        assertThat(http.post(null, PATH, body).status()).isEqualTo(401);
    }

    @Test
    void writesDownTheArrangementItself() {
        enter(arrangement());

        assertThat(ledger.withoutNotice(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Act.CALENDAR_ENTERED);
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.target()).isEqualTo("year=2027");
            assertThat(entry.to()).startsWith(NUMBER).contains("2027-05-08=");
            assertThat(entry.from()).contains("2027-05-08=");
        });
    }

    /** Acts of this kind are written for an entered arrangement only. */
    private long recalculations() {
        return jdbc.sql("select count(*) from ledger where act = 'DUE_RECALCULATED'")
                .query(Long.class)
                .single();
    }

    private Http.Answer enter(String days) {
        return http.post("admin", PATH, Map.of("documentNumber", NUMBER, "days", days));
    }

    /** An invented arrangement: all statutory days, a longer Spring Festival, two make-up days. */
    private static String arrangement() {
        Map<LocalDate, String> off = new TreeMap<>();
        add(off, "2027-01-01", 3, "元旦");
        add(off, "2027-02-05", 8, "春节");
        add(off, "2027-04-03", 3, "清明节");
        add(off, "2027-05-01", 5, "劳动节");
        add(off, "2027-06-09", 1, "端午节");
        add(off, "2027-09-15", 1, "中秋节");
        add(off, "2027-10-01", 7, "国庆节");
        String lines = off.entrySet().stream()
                .map(day -> "%s, OFF, %s\n".formatted(day.getKey(), day.getValue()))
                .collect(Collectors.joining());
        return lines + "2027-05-08,WORK,劳动节\n2027-10-10, WORK, 国庆节\n";
    }

    private static void add(Map<LocalDate, String> off, String first, int days, String name) {
        LocalDate day = LocalDate.parse(first);
        for (int i = 0; i < days; i++) {
            off.put(day.plusDays(i), name);
        }
    }

    private LocalDate finalDue(long notice) {
        return addressing.dueOf(notice, Level.HQ, Stage.REPORT).orElseThrow();
    }

    private LocalDate finalTimer(long notice) {
        Job timer = management
                .createJobQuery()
                .processInstanceId(scenario.instance(notice, Scenario.HQ).getId())
                .activityId(NoticeProcess.FINAL_DUE)
                .singleResult();
        return timer.getDuedate().toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    private static LocalDate due(Assignment unit) {
        LocalDate due = unit.dueDate();
        assertThat(due).isNotNull();
        return due;
    }
}
