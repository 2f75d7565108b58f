package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A notice to 海南 and one department, carried from draft to archive by people at work while something fails. */
final class CascadeRun implements AutoCloseable {
    private static final String PEOPLE = "people";
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("faults.patience-seconds", 900));
    private static final int CLERKS = 4;
    private static final Path TABLE = Path.of("target", "faults-cascade.md");
    private static final List<String> LINES = new ArrayList<>(List.of(
            "| scenario | what was done | completions answered | unanswered | answered 5xx | units delivered | seconds |",
            "|---|---|---:|---:|---:|---:|---:|"));
    private static boolean made;

    final Database database;
    final Clerks clerks;
    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private final long begun = System.nanoTime();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLERKS);
    private volatile int port;
    private volatile boolean over;
    private volatile boolean resting = true;

    CascadeRun(String name) {
        Day.assumeLongEnough();
        this.name = name;
        template();
        database = Database.copyOf(PEOPLE, name);
        clerks = new Clerks(database.jdbc(), () -> port);
    }

    private static synchronized void template() {
        if (!made) {
            Database people = Database.copyOf("template1", PEOPLE);
            Map<String, String> settings = new LinkedHashMap<>(people.settings());
            settings.put("cascade.demo.provinces", "460000");
            settings.put("cascade.patrol.make-up", "false");
            try (Node node = Node.withPeople(PEOPLE, 8149, "", settings)) {
                node.awaitSaid("notice-cascade is ready");
            }
            made = true;
        }
    }

    Node launch() {
        Map<String, String> settings = new LinkedHashMap<>(database.settings());
        settings.put("cascade.demo.provinces", "460000");
        settings.put("spring.datasource.hikari.connection-timeout", "5000");
        Node node = Node.withPeople(name + "-" + (nodes.size() + 1), 8140 + nodes.size() % 9, "", settings);
        nodes.add(node);
        return node;
    }

    /** The clerks call this one from now on. */
    Node use(Node node) {
        node.awaitSaid("notice-cascade is ready");
        port = node.port();
        resting = false;
        return node;
    }

    /** Nobody begins a task until a node is there to be used; otherwise all is done before the next failure. */
    void rest() {
        resting = true;
    }

    /** A notice is drafted, and everybody begins to work. */
    void begin(int number) throws Exception {
        clerks.issue(org.noticecascade.Scenario.text(number), "460000", "000001");
        for (int share = 0; share < CLERKS; share++) {
            int mine = share;
            threads.submit(() -> {
                while (!over) {
                    if (resting || !clerks.work(mine, CLERKS)) {
                        LockSupport.parkNanos(20_000_000);
                    }
                }
                return null;
            });
        }
    }

    long completed() {
        return clerks.acknowledged.size();
    }

    /** Waits until a random number of completions more were answered, at most {@code most}. */
    void letThemWork(Random random, int most) {
        long until = completed() + 1 + random.nextInt(most);
        await("work goes on " + database.state() + clerks.errors)
                .atMost(PATIENCE)
                .until(() -> completed() >= until || archived());
    }

    boolean archived() {
        return database.count("notice where status = 'ARCHIVED'") > 0;
    }

    /** Lets everybody finish, then compares what people were told with what is there. */
    void judge(String what) throws Exception {
        await("the national report " + database.state()).atMost(PATIENCE).until(this::archived);
        over = true;
        await("jobs " + database.state())
                .atMost(PATIENCE)
                .until(() -> database.count("act_ru_job where type_ = 'message'") == 0);
        nodes.forEach(Node::close);
        long units = database.count("assignment where depth > 0");
        LINES.add("| %s | %s | %d | %d | %d | %d | %d |"
                .formatted(
                        name,
                        what,
                        completed(),
                        clerks.unanswered.get(),
                        clerks.errors.size(),
                        database.count("assignment where depth > 0 and stage = 'DELIVERED'"),
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
        write();
        assertThat(database.count("assignment where depth > 0 and stage = 'DELIVERED'"))
                .isEqualTo(units);
        everythingAnsweredIsThereOnce();
        Node check = Node.check(name + "-check", database.settings());
        assertThat(check.exitCode()).as("see %s", check.log()).isZero();
    }

    void everythingAnsweredIsThereOnce() {
        assertThat(database.jdbc().queryForList("""
                select unit_code || ' ' || act || ' ' || count(*) from ledger
                 where act in ('SIGNED', 'DELIVERED', 'REPORT_ACCEPTED', 'PLAN_ACCEPTED', 'SESSION_CONFIRMED', 'SESSION_SCHEDULED',
                               'PLAN_SUBMITTED', 'PLAN_APPROVED', 'SESSION_SUBMITTED', 'REPORT_SUBMITTED', 'REPORT_APPROVED')
                 group by unit_code, act having count(*) > 1""", String.class))
                .as("acts more than once")
                .isEmpty();
        List<String> there = database.jdbc().queryForList("select unit_code || ' ' || act from ledger", String.class);
        assertThat(there)
                .as("what people were told is done")
                .containsAll(clerks.acknowledged.stream()
                        .map(done -> done.unit() + " " + done.act())
                        .toList());
    }

    private static void write() {
        try {
            Files.writeString(TABLE, String.join("\n", LINES) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        nodes.forEach(Node::kill);
    }
}
