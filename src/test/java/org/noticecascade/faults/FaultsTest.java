package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.noticecascade.faults.Loads.Size;
import org.noticecascade.mail.FakeSmtp.Accepted;
import org.noticecascade.mail.FakeSmtp.Mood;

/** Nobody is forgotten and nobody is flooded, whatever fails. Run with {@code mvn -Pfaults verify}. */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {
    private static final Set<String> NOBODY = Set.of();

    @AfterAll
    static void print() {
        Report.print();
    }

    @Test
    @Order(1)
    @Tag("faults-quick")
    void serverRefusesConnections() throws Exception {
        try (Run run = new Run("refused", Size.THREE_PROVINCES)) {
            run.smtp.goesAway();
            run.start();
            run.awaitPatrols(1);
            run.awaitTrouble();
            assertThat(run.smtp.taken()).isEmpty();
            run.smtp.comesBack();
            run.awaitDone(1);
            run.judge("port closed, opened after mail had stopped", 0, 1, NOBODY);
        }
    }

    @Test
    @Order(2)
    void serverHangs() throws Exception {
        try (Run run = new Run("hanging", Size.THREE_PROVINCES)) {
            run.smtp.is(Mood.HANG);
            run.start();
            run.awaitPatrols(1);
            run.awaitTrouble();
            run.smtp.is(Mood.FINE);
            run.awaitDone(1);
            run.judge("accepts connections and says nothing, fine after mail had stopped", 0, 1, NOBODY);
        }
    }

    @Test
    @Order(3)
    void serverIsBusy() throws Exception {
        try (Run run = new Run("busy", Size.THREE_PROVINCES)) {
            run.smtp.is(Mood.BUSY);
            run.start();
            run.awaitPatrols(1);
            run.awaitTrouble();
            run.smtp.is(Mood.FINE);
            run.awaitDone(1);
            run.judge("451 to everybody, fine after mail had stopped", 0, 1, NOBODY);
        }
    }

    @Test
    @Order(4)
    void oneRecipientIsUnknown() throws Exception {
        try (Run run = new Run("unknown", Size.THREE_PROVINCES)) {
            String unknown = run.load.digestsTo(0).iterator().next();
            run.smtp.denies(unknown);
            run.start();
            run.awaitDone(1);
            run.judge("550 to one person", 0, 0, Set.of(unknown));
        }
    }

    @Test
    @Order(5)
    @Tag("faults-quick")
    void answersAreLost() throws Exception {
        try (Run run = new Run("answers_lost", Size.THREE_PROVINCES)) {
            AtomicInteger lost = run.smtp.losesEveryAnswer(40);
            run.start();
            run.awaitDone(1);
            assertThat(lost.get()).isGreaterThan(3);
            run.judge(
                    "connection dropped after every 40th mail, %d times".formatted(lost.get()), lost.get(), 0, NOBODY);
        }
    }

    @Test
    @Order(6)
    void serverIsAwayForThreeDays() throws Exception {
        int mostPerMinute = 4000;
        Map<String, String> limit = Map.of("cascade.mail.max-per-minute", String.valueOf(mostPerMinute));
        try (Run run = new Run("three_days", Size.COUNTRY_ON_TWO_DAYS)) {
            run.smtp.goesAway();
            for (int day = 1; day <= 3; day++) {
                Node node = run.launch(limit).awaitStarted();
                run.awaitPatrols(day);
                run.awaitTrouble();
                if (day < 3) {
                    node.close();
                    Day.passes(run.database);
                }
            }
            assertThat(run.smtp.taken()).isEmpty();
            run.smtp.comesBack();
            run.awaitDone(3);
            Set<String> everyone = new TreeSet<>(run.load.digestsTo(0));
            everyone.addAll(run.load.digestsTo(1));
            assertThat(mostWithin(Duration.ofSeconds(59), run.smtp.taken())).isLessThanOrEqualTo(mostPerMinute);
            run.judge(
                    "away on three patrol days, at most %d a minute afterwards".formatted(mostPerMinute),
                    3,
                    everyone,
                    0,
                    1,
                    NOBODY);
        }
    }

    @Test
    @Order(7)
    void nodeIsKilledDuringThePatrol() throws Exception {
        try (Run run = new Run("killed_in_patrol", Size.COUNTRY)) {
            Map<String, String> noMail = Map.of("cascade.mail.enabled", "false");
            Node node = run.launch(noMail);
            run.until("half of the sweep", () -> run.database.count("patrol where swept >= 1000") == 1);
            node.kill();
            try (Database.Held held = run.database.hold("mail_outbox", false)) {
                node = run.launch(noMail);
                run.until("digests being put", () -> run.database.waiting() > 0);
                node.kill();
            }
            assertThat(run.database.count("mail_outbox")).isZero();
            node = run.launch(noMail);
            run.until("half of the escalations", () -> run.database.count("escalation") >= 1000);
            node.kill();
            assertThat(run.database.count("patrol where status = 'DONE'")).isZero();
            run.launch(Map.of());
            run.awaitDone(1);
            run.judge("kill -9 in the sweep, while digests are put, in the escalations", 0, 0, NOBODY);
        }
    }

    @Test
    @Order(8)
    @Tag("faults-quick")
    void nodeIsKilledWhileItSends() throws Exception {
        try (Run run = new Run("killed_sending", Size.THREE_PROVINCES)) {
            Node node = run.start();
            run.smtp.afterTaking(120, node::kill);
            run.until("the kill", () -> !node.isAlive());
            Day.claimsRunOut(run.database);
            run.start();
            run.awaitDone(1);
            run.judge("kill -9 after the server took a mail, before its answer", 1, 0, NOBODY);
        }
    }

    @Test
    @Order(9)
    void twoNodesStartAtOnce() throws Exception {
        try (Run run = new Run("two_nodes", Size.COUNTRY)) {
            List<Node> both = startedInTheSameMoment(run);
            run.awaitDone(1);
            assertThat(both.stream()
                            .mapToLong(node -> node.said("Making up for the patrol"))
                            .sum())
                    .as("nodes that want to patrol; they start in turn, so the second may find it done")
                    .isBetween(1L, 2L);
            both.forEach(node ->
                    assertThat(node.said(" mails sent")).as("both nodes send").isPositive());
            run.judge("both started in the same moment, one patrol, both send", 0, 0, NOBODY);
        }
    }

    @Test
    @Order(10)
    @Tag("faults-quick")
    void oneOfTwoNodesIsKilled() throws Exception {
        try (Run run = new Run("one_of_two", Size.THREE_PROVINCES)) {
            List<Node> both = startedInTheSameMoment(run);
            run.smtp.afterTaking(120, both.get(0)::kill);
            run.awaitDone(1);
            assertThat(both.get(0).isAlive()).isFalse();
            run.judge("both begin the same patrol, one is killed while both send", 1, 0, NOBODY);
        }
    }

    /** Holds both back where each looks whether the day has its patrol, so that both find none. */
    private static List<Node> startedInTheSameMoment(Run run) throws Exception {
        try (Database.Held held = run.database.hold("patrol", true)) {
            List<Node> both = List.of(run.launch(Map.of()), run.launch(Map.of()));
            run.until("both nodes at the patrol", () -> {
                assertThat(both).as("nodes that started").allMatch(Node::isAlive);
                return run.database.waiting() >= 2;
            });
            return both;
        }
    }

    /** The most mails taken within any stretch of time so long. */
    private static int mostWithin(Duration stretch, List<Accepted> taken) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < taken.size(); last++) {
            Instant from = taken.get(last).at().minus(stretch);
            while (taken.get(first).at().isBefore(from)) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
