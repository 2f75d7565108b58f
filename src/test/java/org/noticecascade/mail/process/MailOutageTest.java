package org.noticecascade.mail.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.directory.Role;
import org.noticecascade.mail.MailRecovered;
import org.noticecascade.mail.MailTrouble;
import org.noticecascade.mail.OutboxLooked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class MailOutageTest {
    private static final Instant NEXT = Instant.parse("2026-03-04T02:00:00Z");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MailOutages outages;

    @Autowired
    private ShowMailTrouble start;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @BeforeEach
    @AfterEach
    void mailIsWell() {
        jdbc.sql("update mail_circuit set failures = 0, open_until = null, last_error = null")
                .update();
    }

    @Test
    void showsOneIncidentThatSaysWhyAndWhatToDo() {
        breakMail();
        events.publishEvent(trouble());
        events.publishEvent(trouble());

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getActivityId()).isEqualTo(MailOutageProcess.WAIT_FOR_MAIL);
            assertThat(incident.getIncidentMessage())
                    .contains("连续 5 次", "connection refused", "2026-03-04 10:00", "请检查邮件服务器", "Check the mail server");
        });
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void endsWhenMailLeavesAgainAndMayComeBack() {
        breakMail();
        events.publishEvent(trouble());
        mailIsWell();
        events.publishEvent(new MailRecovered(NEXT));

        assertThat(incidents()).isEmpty();
        assertThat(instances()).isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("endEvent_mailRecovered")
                        .finished()
                        .count())
                .isPositive();

        breakMail();
        events.publishEvent(trouble());
        assertThat(instances()).isEqualTo(1);
    }

    /** The node that opened or closed the circuit was killed before anybody heard of it. */
    @Test
    void looksAtStartHowMailStands() {
        breakMail();
        start.atStart();
        assertThat(incidents()).hasSize(1);

        mailIsWell();
        start.atStart();
        assertThat(instances()).isZero();
    }

    /** The same while others run: nobody has to wait for a start, or for the next failure. */
    @Test
    void looksEveryTimeTheOutboxIsLookedInto() {
        breakMail();
        events.publishEvent(new OutboxLooked());
        events.publishEvent(new OutboxLooked());
        assertThat(incidents()).hasSize(1);

        mailIsWell();
        events.publishEvent(new OutboxLooked());
        assertThat(instances()).isZero();
    }

    @Test
    void startsOneWhereTwoNodesNoticeAtOnce() throws Exception {
        breakMail();
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> looks = List.of(1, 2, 3, 4).stream()
                    .<Future<?>>map(node -> nodes.submit(() -> {
                        together.await();
                        outages.bringInLine();
                        return node;
                    }))
                    .toList();
            for (Future<?> look : looks) {
                look.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(instances()).isEqualTo(1);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void isShownToSupervisorsOfHeadquartersAndAdministratorsOnly() {
        breakMail();
        events.publishEvent(trouble());

        assertThat(seenBy(Scenario.userId(Scenario.HQ, Role.SUPERVISOR))).isEqualTo(1);
        assertThat(seenBy("admin")).isEqualTo(1);
        assertThat(seenBy(Scenario.userId("640000", Role.SUPERVISOR))).isZero();
        assertThat(seenBy(Scenario.userId(Scenario.HQ, Role.STAFF))).isZero();
        assertThat(seenBy(Scenario.userId(Scenario.HQ, Role.LEAD))).isZero();
    }

    private int seenBy(String user) {
        Reply answer = WebSession.signIn(new Wire(environment), user)
                .json("POST", "/camunda/api/cockpit/plugin/base/default/incident", "{}");
        long seen = StreamSupport.stream(answer.json().spliterator(), false)
                .filter(incident -> incident.path("incidentType").asText().equals(MailOutageProcess.INCIDENT))
                .count();
        return answer.status() == 200 ? (int) seen : 0;
    }

    private void breakMail() {
        jdbc.sql("update mail_circuit set failures = 5, open_until = :until, last_error = 'connection refused'")
                .param("until", NEXT.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static MailTrouble trouble() {
        return new MailTrouble(5, NEXT, "connection refused");
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery()
                .incidentType(MailOutageProcess.INCIDENT)
                .list();
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(MailOutageProcess.KEY)
                .count();
    }
}
