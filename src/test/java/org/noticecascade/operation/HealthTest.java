package org.noticecascade.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.Wire;
import org.noticecascade.platform.CascadeClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Health as an administrator reads it, and readiness as the proxy does. */
@ProcessTest
class HealthTest {
    /** A Saturday on which nobody works. */
    private static final LocalDate DAY_OFF = LocalDate.of(2026, 3, 7);

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private CascadeClock clock;

    @Autowired
    private LatestFigures figures;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
        jdbc.sql("delete from patrol").update();
    }

    @AfterEach
    void mend() {
        jdbc.sql("update mail_circuit set failures = 0, open_until = null, last_error = null")
                .update();
        jdbc.sql("delete from patrol").update();
    }

    @Test
    void mailThatIsStoppedIsToldAndKeepsNobodyFromWorking() {
        jdbc.sql("update mail_circuit set failures = 7, open_until = :until, last_error = 'person@example.org refused'")
                .param("until", OffsetDateTime.now(clock).plusMinutes(5))
                .update();

        JsonNode mail = component("mailDelivery");

        assertThat(mail.path("status").asText()).isEqualTo("DOWN");
        assertThat(mail.path("details").path("failuresInARow").asInt()).isEqualTo(7);
        assertThat(mail.toString()).doesNotContain("@");
        assertThat(wire.json(null, "GET", "/actuator/health/readiness", null).status())
                .isEqualTo(200);
    }

    @Test
    void mailThatLeavesIsUp() {
        assertThat(component("mailDelivery").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void jobsThatWaitTooLongAreATrouble() {
        long notice = scenario.issueTo("640000");
        jdbc.sql("update ACT_RU_JOB set duedate_ = null, create_time_ = :then where retries_ > 0 and duedate_ is null")
                .param("then", java.time.LocalDateTime.now(clock).minusMinutes(11))
                .update();
        insertJob(3, 11);

        JsonNode jobs = component("jobBacklog");

        assertThat(notice).isPositive();
        assertThat(jobs.path("status").asText()).isEqualTo("DOWN");
        assertThat(jobs.path("details").path("longestWaitSeconds").asLong()).isBetween(660L, 700L);
    }

    @Test
    void jobsThatWaitAMomentAreNone() {
        insertJob(3, 9);

        assertThat(component("jobBacklog").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void aJobThatFailedForGoodIsATrouble() {
        insertJob(0, 1);

        JsonNode jobs = component("jobBacklog");

        assertThat(jobs.path("status").asText()).isEqualTo("DOWN");
        assertThat(jobs.path("details").path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void theDaysPatrolHasAnHourToBeDone() {
        assertThat(component("patrol").path("details").path("today").asText()).isEqualTo("not due");

        moveTo(TestTime.START, LocalTime.of(10, 1));
        assertThat(component("patrol").path("status").asText()).isEqualTo("DOWN");

        jdbc.sql("insert into patrol (on_day, status, started_at) values (:day, 'RUNNING', :at)")
                .param("day", TestTime.START)
                .param("at", OffsetDateTime.now(clock).minusMinutes(60))
                .update();
        moveTo(TestTime.START, LocalTime.of(10, 2));
        assertThat(component("patrol").path("details").path("today").asText()).isEqualTo("missing");

        jdbc.sql("update patrol set status = 'DONE', finished_at = :at")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        moveTo(TestTime.START, LocalTime.of(10, 3));
        assertThat(component("patrol").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void nobodyPatrolsOnADayOff() {
        moveTo(DAY_OFF, LocalTime.of(18, 0));

        assertThat(component("patrol").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void othersAreToldNoDetails() {
        assertThat(wire.json("u640000supervisor", "GET", "/actuator/health", null)
                        .text())
                .doesNotContain("mailDelivery", "jobBacklog", "patrol");
    }

    private JsonNode component(String name) {
        figures.forget();
        return wire.json("admin", "GET", "/actuator/health", null)
                .json()
                .path("components")
                .path(name);
    }

    private void moveTo(LocalDate day, LocalTime at) {
        time.moveTo(day);
        clock.shiftBy(clock.offset().plus(Duration.between(LocalTime.of(9, 30), at)));
    }

    private void insertJob(int retries, int minutesAgo) {
        jdbc.sql("""
                        insert into ACT_RU_JOB (id_, rev_, type_, retries_, suspension_state_, create_time_, duedate_)
                        values ('health-test', 1, 'message', :retries, 1, :then, null)""")
                .param("retries", retries)
                .param("then", java.time.LocalDateTime.now(clock).minusMinutes(minutesAgo))
                .update();
    }

    @AfterEach
    void removeJob() {
        jdbc.sql("delete from ACT_RU_JOB where id_ = 'health-test'").update();
    }
}
