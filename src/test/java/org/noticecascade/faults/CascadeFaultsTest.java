package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Nothing that people were told is done is lost, and nothing is done twice, whatever fails while a notice goes down and
 * its reports come up. Each run ends with {@link FinalState} and with {@code --check --verify-ledger} of the packaged
 * jar. Run with {@code mvn -Pfaults verify}; {@code -Dfaults.seed} repeats a run's choice of moments,
 * {@code -Dfaults.kills} says how many.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CascadeFaultsTest {
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("faults.kills", 20);

    /** Notices more than kills; a phase that was over before the moment of the kill is met sooner in the next. */
    private static final int ROUNDS_MISSED = 6;

    /** Counties that have not signed are five days late then, prefectures seven: days on which all are reminded. */
    private static final int DAYS_UNTIL_LATE = 19;

    @AfterAll
    static void print() {
        Report.print();
    }

    @Test
    @Order(1)
    @Tag("faults-quick")
    void survivesTwoKills() throws Exception {
        kill("kills_quick", 2, List.of(Phase.LAUNCH, Phase.JOIN));
    }

    @Test
    @Order(2)
    void survivesKillsInEveryPhase() throws Exception {
        Kills kills = kill("kills", KILLS, List.of(Phase.values()));
        assertThat(kills.done).as("kills by phase").hasSize(Math.min(KILLS, Phase.values().length));
    }

    /** By turns the node that was killed is started again, and another one goes on alone. */
    private static Kills kill(String name, int wanted, List<Phase> phases) throws Exception {
        System.out.println("faults.seed=" + SEED);
        Random random = new Random(SEED);
        Kills kills = new Kills();
        try (CascadeRun run = new CascadeRun(name)) {
            run.smtp.takesItsTime(Duration.ofMillis(10));
            Node node = run.use(run.launchPlain());
            run.begin(101);
            for (int round = 1; kills.sum() < wanted; round++) {
                assertThat(round).as("rounds for %s", kills).isLessThanOrEqualTo(wanted + ROUNDS_MISSED);
                for (Phase phase : phases) {
                    if (kills.sum() < wanted) {
                        node = killIn(phase, run, node, random, kills);
                    }
                }
                run.use(node);
                run.awaitArchived();
                run.everythingAnsweredIsThereOnce();
                if (kills.sum() < wanted) {
                    run.issue(101 + round);
                }
            }
            run.judge("kill -9 at %s; seed %d".formatted(kills, SEED), kills.done.getOrDefault(Phase.MAIL, 0));
        }
        return kills;
    }

    /** Answers the node that people use afterwards. */
    private static Node killIn(Phase phase, CascadeRun run, Node now, Random random, Kills kills) {
        Node node = now;
        Node other = null;
        if (phase == Phase.PATROL) {
            run.untilUnitsHaveTheirParts();
        }
        run.rest();
        if (phase == Phase.PATROL) {
            run.stopAll();
            Day.pass(run.database, DAYS_UNTIL_LATE);
            node = run.launchPlain();
        } else if ((phase == Phase.COMPLETION || phase == Phase.REPORT) && kills.sum() % 2 == 0) {
            other = run.launchPlain().awaitReady();
        }
        if (!phase.isAtStart()) {
            run.use(node);
        }
        Optional<String> seen = run.killIn(phase, kills.missed(phase), random, node);
        run.rest();
        System.out.printf("kill %d in %s: %s%n", kills.sum() + 1, phase, seen.orElse("the phase was over"));
        if (seen.isPresent()) {
            kills.done.merge(phase, 1, Integer::sum);
            if (phase == Phase.MAIL) {
                Day.claimsRunOut(run.database);
            }
            node = other == null ? run.launchPlain() : other;
        } else {
            kills.over.merge(phase, 1, Integer::sum);
        }
        if (phase != Phase.PATROL) {
            run.use(node);
        }
        run.everythingAnsweredIsThereOnce();
        return node;
    }

    /** How often a node was killed in a phase, and how often the phase was over before. */
    private static final class Kills {
        private final Map<Phase, Integer> done = new EnumMap<>(Phase.class);
        private final Map<Phase, Integer> over = new EnumMap<>(Phase.class);

        int sum() {
            return done.values().stream().mapToInt(Integer::intValue).sum();
        }

        int missed(Phase phase) {
            return over.getOrDefault(phase, 0);
        }

        @Override
        public String toString() {
            return "%d moments: %s, phase over before: %s".formatted(sum(), done, over);
        }
    }

    @Test
    @Order(3)
    void survivesAMinuteWithoutItsDatabase() throws Exception {
        try (CascadeRun run = new CascadeRun("database_away")) {
            run.use(run.launch());
            run.begin(102);
            run.letThemWork(new Random(SEED), 25);
            run.database.keepAway(Duration.ofSeconds(60));
            long before = run.completed();
            run.letThemWork(new Random(SEED), 25);
            assertThat(run.completed()).isGreaterThan(before);
            run.saidWhatIsWrong();
            run.judge("every connection cut for 60 s");
        }
    }

    @Test
    @Order(4)
    void survivesRestartsOfItsDatabaseServer() throws Exception {
        Random random = new Random(SEED);
        try (CascadeRun run = new CascadeRun("database_restarted")) {
            run.use(run.launch());
            run.begin(104);
            for (Server.Stop how : List.of(Server.Stop.IMMEDIATE, Server.Stop.FAST, Server.Stop.IMMEDIATE)) {
                run.letThemWork(random, 40);
                run.database.restartServer(how, Duration.ofSeconds(1 + random.nextInt(10)));
                run.letThemWork(random, 10);
                run.everythingAnsweredIsThereOnce();
            }
            run.saidWhatIsWrong();
            run.judge("PostgreSQL stopped (immediate, fast, immediate) and started under load");
        }
    }

    @Test
    @Order(5)
    void worksWithClocksFiveMinutesApartAndADayBack() throws Exception {
        Random random = new Random(SEED);
        try (CascadeRun run = new CascadeRun("clocks")) {
            Node one = run.use(run.launch());
            run.begin(103);
            run.letThemWork(random, 25);
            run.database.clockAhead("PT5M");
            Node two = run.use(run.launch());
            run.letThemWork(random, 25);
            run.database.clockAhead("PT-24H");
            one.kill();
            run.use(run.launch());
            run.letThemWork(random, 25);
            two.kill();
            run.judge("two nodes 5 minutes apart, then one a day back");
        }
    }

    @Test
    @Order(6)
    void doesOnceWhatIsAskedTwiceAndLetsOneOfTwoPeopleDecide() throws Exception {
        try (CascadeRun run = new CascadeRun("twice")) {
            Node one = run.use(run.launch());
            Node two = run.launch().awaitReady();
            secondPeopleForEveryDecision(run.database);
            run.issue(105);
            Rivals rivals = new Rivals(run.clerks, one, two, new Random(SEED));
            while (!run.archived()) {
                if (!rivals.work()) {
                    LockSupport.parkNanos(20_000_000);
                }
            }
            run.judge(
                    "every act sent to two nodes at once, too early and again later; one agrees while another returns",
                    "%d twice, %d too early, %d replayed, %d agreed, %d returned"
                            .formatted(
                                    rivals.doubled, rivals.tooEarly, rivals.replayed, rivals.agreed, rivals.returned));
            assertThat(rivals.wrong).as("answers that are wrong").isEmpty();
            assertThat(rivals.tooEarly).isPositive();
            assertThat(rivals.agreed).isPositive();
            assertThat(rivals.returned).isPositive();
            run.held();
        }
    }

    /** Each unit's supervisor may decide beside its lead and its staff. */
    private static void secondPeopleForEveryDecision(Database database) {
        for (String role : List.of("LEAD", "STAFF")) {
            database.jdbc().update("""
                    insert into act_id_membership (user_id_, group_id_)
                    select m.user_id_, replace(m.group_id_, 'SUPERVISOR', ?) from act_id_membership m
                     where m.group_id_ like 'U%SUPERVISOR' on conflict do nothing""", role);
        }
    }
}
