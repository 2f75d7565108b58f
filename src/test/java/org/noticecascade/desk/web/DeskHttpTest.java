package org.noticecascade.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.springframework.beans.factory.annotation.Autowired;

/** The small calls behind list and reading tab: counts, words of due dates, ticks. */
@ProcessTest
class DeskHttpTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    private long notice;

    @BeforeEach
    void issue() {
        notice = scenario.issueTo(NINGXIA, "310000");
    }

    @Test
    void countsEachFilterForTheCaller() {
        JsonNode staff = http.get("u640000staff", "/api/filters").body();
        JsonNode lead = http.get("u640000lead", "/api/filters").body();

        assertThat(staff).hasSize(5);
        assertThat(staff.path(0).path("name").asText()).isEqualTo("我的待办");
        assertThat(staff.path(0).path("count").asInt()).isEqualTo(1);
        assertThat(staff.path(1).path("count").asInt()).isEqualTo(1);
        assertThat(lead.path(0).path("count").asInt()).isZero();
    }

    @Test
    void saysDueDatesInWords() {
        JsonNode days = http.get(
                        "u640000staff", "/api/due-dates?day=2026-03-03&day=2026-03-09&day=2026-03-10&day=2027-01-04")
                .body();

        assertThat(days.path(0).path("light").asText()).isEqualTo("RED");
        assertThat(days.path(0).path("workingDaysLeft").asInt()).isEqualTo(-1);
        assertThat(days.path(1).path("light").asText()).isEqualTo("YELLOW");
        assertThat(days.path(1).path("label").asText()).isEqualTo("2026年3月9日（星期一）");
        assertThat(days.path(2).path("light").asText()).isEqualTo("GREEN");
        assertThat(days.path(3).path("provisional").asBoolean()).isTrue();
        assertThat(http.get("u640000staff", "/api/due-dates?day=gestern").status())
                .isEqualTo(400);
    }

    @Test
    void formAndCardShowTheSameLightBeforeThePatrolHasComeBy() {
        JsonNode task = http.get(
                        "u640000staff",
                        "/api/tasks/"
                                + scenario.task(notice, NINGXIA, "signReceipt").getId())
                .body();
        JsonNode card = http.get(
                        "u640000staff",
                        "/api/due-dates?day=" + task.path("dueDate").asText())
                .body()
                .path(0);

        assertThat(card.path("light").asText()).isEqualTo("YELLOW");
        assertThat(task.path("light").asText()).isEqualTo("YELLOW");
        assertThat(task.path("workingDaysLeft")).isEqualTo(card.path("workingDaysLeft"));
    }

    @Test
    void keepsTicksPerPersonAndUnitAlsoWhenTheTaskComesBack() {
        String receipt = scenario.task(notice, NINGXIA, "signReceipt").getId();
        int position = firstRequirement(receipt);

        Answer ticked = tick("u640000staff", receipt, position, true);
        tick("u640000staff", receipt, position, true);
        tick("u640000staff", receipt, 9999, true);

        assertThat(ticked.body().path("ticked")).hasSize(1);
        assertThat(ticks("u640000staff", receipt))
                .containsExactly(ticked.body().path("ticked").path(0));
        assertThat(ticks("u640000supervisor", receipt)).isEmpty();
        assertThat(ticks(
                        "u310000staff",
                        scenario.task(notice, "310000", "signReceipt").getId()))
                .isEmpty();

        scenario.sign(notice, NINGXIA);
        String plan = scenario.task(notice, NINGXIA, "draftPlan").getId();
        assertThat(ticks("u640000staff", plan)).hasSize(1);
        tick("u640000staff", plan, position, false);
        assertThat(ticks("u640000staff", plan)).isEmpty();
    }

    private int firstRequirement(String task) {
        return http.get("u640000staff", "/api/tasks/" + task)
                .body()
                .path("notice")
                .path("requirements")
                .path(0)
                .path("position")
                .asInt();
    }

    private Answer tick(String user, String task, int position, boolean ticked) {
        return http.put(user, "/api/tasks/%s/ticks/%d".formatted(task, position), Map.of("ticked", ticked));
    }

    private JsonNode ticks(String user, String task) {
        return http.get(user, "/api/tasks/" + task + "/ticks").body().path("ticked");
    }
}
