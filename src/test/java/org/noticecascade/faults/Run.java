package org.noticecascade.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** One scenario: a fresh copy of the load, a mail server and the nodes that were started on them. */
final class Run implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("faults.patience-seconds", 480));
    private static final int FIRST_PORT = 8120;

    final Load load;
    final Database database;
    final SmtpStage smtp = new SmtpStage();
    private final String name;
    private final List<Node> nodes = new ArrayList<>();
    private final long begun = System.nanoTime();

    Run(String name, Loads.Size size) {
        Day.assumeLongEnough();
        Report.begin(name);
        this.name = name;
        this.load = Loads.of(size);
        this.database = Database.copyOf(Loads.template(size), name);
    }

    /** Starts one more node and does not wait for it. */
    Node launch(Map<String, String> more) {
        Node node = Node.launch(
                name + "-" + (nodes.size() + 1), FIRST_PORT + nodes.size() % 10, database, smtp.port(), more);
        nodes.add(node);
        return node;
    }

    Node start() {
        return launch(Map.of()).awaitStarted();
    }

    /** Waits, and tells where things stand if that was in vain. */
    void until(String what, Callable<Boolean> condition) {
        try {
            await(what + " in " + name)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("%s %s".formatted(e.getMessage(), database.state()), e);
        }
    }

    /** Mail has stopped, by what the nodes share. */
    void awaitTrouble() {
        until("trouble with mail", () -> database.count("mail_circuit where open_until is not null") == 1);
    }

    void awaitPatrols(int days) {
        until("patrol", () -> database.count("patrol where status = 'DONE'") == days);
    }

    /** The day's patrol is over and no mail is left. */
    void awaitDone(int days) {
        awaitPatrols(days);
        until("end of mail", () -> database.count("mail_outbox where status in ('WAITING', 'SENDING')") == 0);
    }

    /** Stops the nodes and checks what has to hold after one patrol. */
    void judge(String what, long doubledAtMost, int troubles, Set<String> denied) {
        judge(what, 1, load.digestsTo(0), doubledAtMost, troubles, denied);
    }

    void judge(String what, int days, Set<String> digestsTo, long doubledAtMost, int troubles, Set<String> denied) {
        nodes.forEach(Node::close);
        Verdict verdict = new Verdict(database, load, nodes, smtp.taken());
        Report.did(
                name,
                what,
                "%d mails, %d expected, %d doubled; %d reminders, %d escalations"
                        .formatted(
                                verdict.sent(),
                                verdict.expected(digestsTo, denied),
                                verdict.doubled(),
                                verdict.reminders(),
                                verdict.escalations()),
                begun);
        verdict.everyoneGotOne(digestsTo, denied)
                .doubledAtMost(doubledAtMost)
                .patrolled(days)
                .toldOfTrouble(troubles)
                .checked(Node.check(name + "-check", database.settings()));
        Report.held(name);
    }

    @Override
    public void close() throws Exception {
        nodes.forEach(Node::kill);
        smtp.close();
    }
}
