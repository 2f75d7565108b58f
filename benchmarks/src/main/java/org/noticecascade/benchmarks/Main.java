package org.noticecascade.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.noticecascade.NoticeCascadeApplication;
import org.noticecascade.benchmarks.launch.LaunchBenchmark;
import org.noticecascade.benchmarks.people.People;
import org.noticecascade.benchmarks.people.Soak;

/**
 * Patrol, digests and escalations for the whole country overdue on one day, small and large, beside one engine timer
 * per unit in the same run. Arguments: {@code small} or {@code large} for one size only, {@code h2} on an H2 file instead of
 * PostgreSQL, {@code no-timers} without the textbook way. {@code launch} runs the launch's comparison instead.
 */
public final class Main {
    private static final int ONE_DAY_LATE = 1;
    private static final int ESCALATED_AFTER = 3;

    private final Table table = new Table(
            "what", "units", "rows", "seconds", "rows per second", "ms per unit", "mails", "mails per second", "peak heap MiB");

    private final Table board = new Table("question", "units", "p50 ms", "p95 ms", "slowest ms");

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        NoticeCascadeApplication.prepare();
        Set<String> wanted = Set.of(arguments);
        if (wanted.contains("people")) {
            People.run(wanted);
            System.exit(0);
        }
        if (wanted.contains("soak")) {
            Soak.run(wanted);
            System.exit(0);
        }
        if (wanted.contains("launch")) {
            LaunchBenchmark.run(wanted);
            System.exit(0);
        }
        Main main = new Main();
        try (MailSink sink = new MailSink()) {
            if (wanted.contains("h2")) {
                main.sizes(wanted, sink, size -> Service.newFile());
            } else {
                try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
                    main.sizes(wanted, sink, size -> Service.newDatabase(server, size));
                }
            }
        }
        main.table.writeCsv(Path.of("target", "patrol.csv"));
        main.board.writeCsv(Path.of("target", "board.csv"));
        System.out.println("\n" + main.table.markdown() + "\n\n" + main.board.markdown());
        System.exit(0);
    }

    /** A fresh database for one size. */
    private interface Database {
        Map<String, Object> of(String size) throws IOException;
    }

    private void sizes(Set<String> wanted, MailSink sink, Database database) throws IOException {
        boolean timers = !wanted.contains("no-timers");
        if (!wanted.contains("large")) {
            run(database.of("small"), sink, false, timers);
        }
        if (!wanted.contains("small")) {
            run(database.of("large"), sink, true, timers);
        }
    }

    private void run(Map<String, Object> database, MailSink sink, boolean townships, boolean timers) {
        try (Service service = new Service(database, sink, Map.of())) {
            LocalDate due = service.goForward(1);
            int units = new Country(service.jdbc()).issue(townships, due);
            say("%,d units are due on %s", units, due);
            PatrolRun patrol = new PatrolRun(service);
            patrolled("1 day late", units, patrol.on(service.goForward(ONE_DAY_LATE), sink));
            patrolled("3 days late", units, patrol.on(service.goForward(ESCALATED_AFTER - ONE_DAY_LATE), sink));
            if (timers) {
                NaiveTimers.Result naive = new NaiveTimers(service).run();
                table.add(
                        "one timer per unit", naive.units(), 3 * naive.units(), seconds(naive.millis()),
                        rate(3L * naive.units(), naive.millis()), perUnit(naive.millis(), naive.units()), "", "", naive.heapMib());
                say("timers: %s", naive);
            }
            BoardRun asked = new BoardRun(service);
            asked.ours().forEach(answer -> answered(units, answer));
            if (timers) {
                asked.engine().forEach(answer -> answered(units, answer));
            }
        }
    }

    private void answered(int units, BoardRun.Result answer) {
        say("%s", answer);
        board.add(answer.question(), units, answer.p50(), answer.p95(), answer.slowest());
    }

    private void patrolled(String when, int units, PatrolRun.Result result) {
        say("%s: %s", when, result);
        long written = (long) units + result.reminders();
        table.add(
                when + ": sweep", units, written, seconds(result.sweepMillis()), rate(written, result.sweepMillis()),
                perUnit(result.sweepMillis(), units), "", "", "");
        table.add(
                when + ": digests put", units, result.digests(), seconds(result.digestMillis()),
                rate(result.digests(), result.digestMillis()), perUnit(result.digestMillis(), units), "", "", "");
        table.add(
                when + ": escalations", units, result.escalations(), seconds(result.escalateMillis()),
                rate(result.escalations(), result.escalateMillis()), perUnit(result.escalateMillis(), units), "", "", "");
        table.add(
                when + ": patrol, wall", units, written + result.digests() + result.escalations(), seconds(result.wallMillis()),
                rate(written + result.digests() + result.escalations(), result.wallMillis()), perUnit(result.wallMillis(), units), "", "", "");
        table.add(
                when + ": mails sent", units, "", seconds(result.mailMillis()), "", "", result.mails(),
                rate(result.mails(), result.mailMillis()), result.heapMib());
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }

    private static long rate(long count, long millis) {
        return count * 1000 / Math.max(1, millis);
    }

    private static double perUnit(long millis, int units) {
        return (double) millis / units;
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
