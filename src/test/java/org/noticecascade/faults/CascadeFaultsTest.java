package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Nothing that people were told is done is lost, and nothing is done twice, whatever fails while a notice goes down and
 * its reports come up. Each run ends with {@code --check} of the packaged jar. Run with {@code mvn -Pfaults verify};
 * {@code -Dfaults.seed} repeats the moments of a run, {@code -Dfaults.kills} says how many.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CascadeFaultsTest {
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    /** About so many does a run take. */
    private static final int COMPLETIONS = 200;

    private static final int KILLS = Integer.getInteger("faults.kills", 20);

    @Test
    @Order(1)
    @Tag("faults-quick")
    void survivesTwoKills() throws Exception {
        kill("kills_quick", 2);
    }

    @Test
    @Order(2)
    void survivesKillsAtRandomMoments() throws Exception {
        kill("kills", KILLS);
    }

    /** By turns the other node goes on alone, and the one that was killed is started again. */
    private static void kill(String name, int kills) throws Exception {
        System.out.println("faults.seed=" + SEED);
        Random random = new Random(SEED);
        try (CascadeRun run = new CascadeRun(name)) {
            Node one = run.use(run.launch());
            run.begin(101);
            int killed = 0;
            while (killed < kills && !run.archived()) {
                run.rest();
                Node other = killed % 2 == 0 ? run.launch().awaitStarted() : null;
                run.use(one);
                run.letThemWork(random, Math.max(1, COMPLETIONS / kills));
                one.kill();
                killed++;
                run.rest();
                one = run.use(other == null ? run.launch() : other);
                run.everythingAnsweredIsThereOnce();
            }
            assertThat(killed).isEqualTo(kills);
            run.judge("kill -9 at %d random moments, seed %d".formatted(killed, SEED));
        }
    }

    @Test
    @Order(3)
    void survivesAMinuteWithoutItsDatabase() throws Exception {
        try (CascadeRun run = new CascadeRun("database_away")) {
            run.use(run.launch());
            run.begin(102);
            run.letThemWork(new Random(SEED), 25);
            run.database.keepAway(java.time.Duration.ofSeconds(60));
            long before = run.completed();
            run.letThemWork(new Random(SEED), 25);
            assertThat(run.completed()).isGreaterThan(before);
            run.judge("every connection cut for 60 s");
        }
    }

    @Test
    @Order(4)
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
}
