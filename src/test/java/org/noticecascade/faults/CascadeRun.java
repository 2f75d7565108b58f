package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.noticecascade.Scenario;
import org.noticecascade.mail.FakeSmtp.Accepted;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notices to 海南 and one department, carried from draft to archive by people at work while something fails. */
final class CascadeRun implements AutoCloseable {
    private static final String PEOPLE = "people";
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("faults.patience-seconds", 900));
    private static final Duration UNTIL_A_PHASE = Duration.ofSeconds(120);

    /** Looks at a phase, about a millisecond each, between two questions whether there is any work left. */
    private static final int LOOKS = 200;

    private static final int CLERKS = 4;
    private static boolean made;

    final Database database;
    final Clerks clerks;

    /** Asks again and again without connecting anew. */
    final JdbcTemplate watch;

    final SmtpStage smtp = new SmtpStage();
    private final FinalState state;
    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private final long begun = System.nanoTime();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLERKS);
    private int issued;
    private volatile int port;
    private volatile boolean over;
    private volatile boolean resting = true;

    CascadeRun(String name) {
        Day.assumeLongEnough();
        Report.begin(name);
        this.name = name;
        database = withPeople(name);
        watch = database.watch();
        state = new FinalState(database);
        clerks = new Clerks(database.jdbc(), () -> port);
    }

    /** A database with the demo's people of 海南 and the departments, in which every day is a working day. */
    static synchronized Database withPeople(String name) {
        if (!made) {
            Database people = Database.copyOf("template1", PEOPLE);
            Map<String, String> settings = demo(people);
            settings.put("cascade.patrol.make-up", "false");
            try (Node node = Node.withPeople(PEOPLE, 8149, "", settings)) {
                node.awaitSaid("notice-cascade is ready");
            }
            LoadRows.everyDayIsWorked(people, Day.today(), 100);
            made = true;
        }
        return Database.copyOf(PEOPLE, name);
    }

    private static Map<String, String> demo(Database database) {
        Map<String, String> settings = new LinkedHashMap<>(database.settings());
        settings.put("cascade.demo.provinces", "460000");
        settings.put("spring.datasource.hikari.connection-timeout", "5000");
        return settings;
    }

    /** A node with the demo's clock and mailbox. */
    Node launch() {
        return added(Node.withPeople(nextName(), nextPort(), "", demo(database)));
    }

    /**
     * A node as in production, whose mail goes to {@link #smtp}, with small jobs so that there are many. Every second one
     * starts all units in the act that dispatches them.
     */
    Node launchPlain() {
        return added(Node.launch(
                nextName(),
                nextPort(),
                database,
                smtp.port(),
                Map.of(
                        "cascade.batch.size", "2",
                        "cascade.batch.at-once", nodes.size() % 2 == 0 ? "2" : "50",
                        "cascade.patrol.page-size", "5",
                        "cascade.patrol.escalations-per-job", "5",
                        "camunda.bpm.job-execution.max-wait", "1000",
                        "spring.datasource.hikari.connection-timeout", "5000")));
    }

    private String nextName() {
        return name + "-" + (nodes.size() + 1);
    }

    private int nextPort() {
        return 8140 + nodes.size() % 9;
    }

    private Node added(Node node) {
        nodes.add(node);
        return node;
    }

    /** The clerks call this one from now on. */
    Node use(Node node) {
        node.awaitReady();
        port = node.port();
        resting = false;
        return node;
    }

    /** Nobody begins a task until a node is there to be used; otherwise all is done before the next failure. */
    void rest() {
        resting = true;
        await("people at rest")
                .atMost(PATIENCE)
                .until(() -> clerks.waitingFor(name -> true).isEmpty());
    }

    /** A notice is drafted, and everybody begins to work. */
    void begin(int number) throws Exception {
        issue(number);
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

    /** One more notice is drafted. */
    void issue(int number) throws Exception {
        clerks.issue(Scenario.text(number), "460000", "000001");
        issued++;
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

    /**
     * Waits for the phase, lets a random time of it pass and kills the node at the next moment in which something of it
     * is under way. A phase that was over before then is given a quarter of it each time, at last no time at all: on any
     * machine, fast or slow, it is met in the end.
     *
     * @param missed how often this phase was over before
     * @return what was under way; empty if the phase ended before, or if all notices are archived
     */
    Optional<String> killIn(Phase phase, int missed, Random random, Node node) {
        int delay = random.nextInt(phase.longestDelayMillis()) >> Math.min(2 * missed, 30);
        Optional<String> seen = sight(phase, UNTIL_A_PHASE);
        if (seen.isPresent() && delay > 0) {
            LockSupport.parkNanos(Duration.ofMillis(delay).toNanos());
            seen = sight(phase, phase.longestPause());
        }
        if (seen.isPresent()) {
            node.kill();
        }
        return seen.map(state -> state + " (%d ms after it began)".formatted(delay));
    }

    /** Looks without a pause worth the name: much of this is over within milliseconds. */
    private Optional<String> sight(Phase phase, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> seen = phase.in(this);
        for (int look = 1; seen.isEmpty() && System.nanoTime() < end; look++) {
            if (look % LOOKS == 0 && !phase.isAtStart() && archived()) {
                break;
            }
            LockSupport.parkNanos(1_000_000);
            seen = phase.in(this);
        }
        return seen;
    }

    /** Waits until the units of the last notice have their parts: before that a patrol has little to do. */
    void untilUnitsHaveTheirParts() {
        await("parts " + database.state())
                .atMost(PATIENCE)
                .until(() -> database.count("assignment where depth > 0 and instance_id is not null"
                                + " and notice_id = (select max(id) from notice)")
                        > 25);
    }

    /** Every notice so far. */
    boolean archived() {
        return database.count("notice where status = 'ARCHIVED'") >= issued;
    }

    void awaitArchived() {
        await("the national report " + database.state()).atMost(PATIENCE).until(this::archived);
    }

    /** Stops in good order whatever still runs. */
    void stopAll() {
        nodes.forEach(Node::close);
    }

    /** Lets everybody finish, then compares what people were told with what is there. */
    void judge(String what) {
        judge(what, figures());
        everythingAnsweredIsThereOnce();
        held();
    }

    /** The same where mail went to {@link #smtp} and so many nodes were killed while they sent. */
    void judge(String what, int mailsDoubledAtMost) {
        finish();
        judge(what, figures() + ", " + mailsTakenOnceBut(mailsDoubledAtMost));
        everythingAnsweredIsThereOnce();
        held();
    }

    private String figures() {
        return "%d completions answered, %d unanswered, %d answered 5xx"
                .formatted(completed(), clerks.unanswered.get(), clerks.errors.size());
    }

    private void finish() {
        awaitArchived();
        over = true;
        await("jobs and mail " + database.state())
                .atMost(PATIENCE)
                .until(() -> database.count("act_ru_job where type_ = 'message'") == 0
                        && database.count("patrol where status <> 'DONE'") == 0
                        && database.count("mail_outbox where status in ('WAITING', 'SENDING')") == 0);
        stopAll();
    }

    /** The same where acts may have happened more than once; the caller says that it held. */
    void judge(String what, String figures) {
        finish();
        Report.did(
                name,
                what,
                "%s; %d of %d units delivered"
                        .formatted(
                                figures,
                                database.count("assignment where depth > 0 and stage = 'DELIVERED'"),
                                database.count("assignment where depth > 0")),
                begun);
        state.compare();
        Node.check(name + "-check", database.settings()).foundNothing();
    }

    /** People who could not be served read why, and never of an internal error. */
    void saidWhatIsWrong() {
        assertThat(clerks.errors)
                .as("answers while the database was away")
                .allSatisfy(error -> assertThat(error).contains(": 503 ", "数据库暂时无法访问"));
    }

    void held() {
        Report.held(name);
    }

    void everythingAnsweredIsThereOnce() {
        state.everythingAnsweredIsThereOnce(clerks.acknowledged);
    }

    /**
     * Every mail of the outbox was taken by the server, at most so many of them once more. Days pass by making rows older,
     * so that the digests of several days have one Message-ID: as many must have been taken as there are rows.
     */
    private String mailsTakenOnceBut(int doubledAtMost) {
        Map<String, Long> taken =
                smtp.taken().stream().collect(Collectors.groupingBy(Accepted::messageId, Collectors.counting()));
        Map<String, Long> sent =
                database
                        .jdbc()
                        .queryForList("select message_id from mail_outbox where status = 'SENT'", String.class)
                        .stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(sent)
                .as("mails lost")
                .allSatisfy((mail, times) ->
                        assertThat(taken.getOrDefault(mail, 0L)).isGreaterThanOrEqualTo(times));
        int doubled = smtp.taken().size()
                - sent.values().stream().mapToInt(Long::intValue).sum();
        assertThat(doubled).as("mails doubled").isLessThanOrEqualTo(doubledAtMost);
        return "%d mails, %d doubled".formatted(smtp.taken().size() - doubled, doubled);
    }

    @Override
    public void close() throws Exception {
        over = true;
        threads.shutdownNow();
        nodes.forEach(Node::kill);
        smtp.close();
    }
}
