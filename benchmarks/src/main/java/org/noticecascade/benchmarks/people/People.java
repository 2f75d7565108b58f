package org.noticecascade.benchmarks.people;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.benchmarks.Country;
import org.noticecascade.benchmarks.MailSink;
import org.noticecascade.benchmarks.Service;
import org.noticecascade.benchmarks.Table;

/**
 * {@code people}: every task of one notice completed over HTTP by 8, 32 and 128 people. Further arguments: {@code quick}
 * (two provinces), {@code small}, {@code large}, {@code h2}, {@code h2-large} for one part only, {@code full} to complete
 * every task of the large size as well, {@code minutes=90} to end a part after so long, {@code go-on=FOLDER} to
 * take up a run on H2 that broke off, {@code statements} to print what cost PostgreSQL most.
 */
public final class People {
    private static final List<Integer> AT_ONCE = List.of(8, 32, 128);
    private static final int ROUND_SECONDS = 20;
    private static final int OPENERS = 16;
    private static final int LARGE_SAMPLE = 15_000;
    private static final String MINUTES = "minutes=";
    private static final String GO_ON = "go-on=";
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final Set<String> PARTS = Set.of("small", "large", "h2", "h2-large");

    private final Set<String> wanted;
    private final Table rates = new Table(
            "database", "units", "people", "completions", "seconds", "completions per second", "requests per second", "errors", "peak heap MiB", "left behind");
    private final Table requests =
            new Table("database", "units", "people", "request", "times", "p50 ms", "p95 ms", "p99 ms", "slowest ms");
    private final Table signIn = new Table("database", "units", "how", "p50 ms", "p95 ms");

    private People(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** @param wanted see the class */
    public static void run(Set<String> wanted) throws IOException {
        People people = new People(wanted);
        try (EmbeddedPostgres server = people.server();
                MailSink sink = new MailSink()) {
            if (people.valueOf(GO_ON).isPresent()) {
                people.goOn(Path.of(people.valueOf(GO_ON).orElseThrow()), sink);
            } else if (wanted.contains("quick")) {
                people.on("PostgreSQL", Service.newDatabase(server, "quick"), sink, false);
            } else {
                people.parts(server, sink);
            }
        }
        people.rates.writeCsv(Path.of("target", "people.csv"));
        people.requests.writeCsv(Path.of("target", "people-requests.csv"));
        people.signIn.writeCsv(Path.of("target", "people-sign-in.csv"));
        System.out.println("\n" + people.rates.markdown() + "\n\n" + people.requests.markdown() + "\n\n" + people.signIn.markdown());
    }

    private EmbeddedPostgres server() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (wanted.contains("statements")) {
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
        }
        return builder.start();
    }

    private void parts(EmbeddedPostgres server, MailSink sink) throws IOException {
        boolean all = Collections.disjoint(wanted, PARTS);
        if (all || wanted.contains("small")) {
            on("PostgreSQL", Service.newDatabase(server, "people"), sink, false);
        }
        if (all || wanted.contains("h2")) {
            on("H2", Service.newFile(), sink, false);
        }
        if (all || wanted.contains("large")) {
            on("PostgreSQL", Service.newDatabase(server, "towns"), sink, true);
        }
        if (all || wanted.contains("h2-large")) {
            on("H2", Service.newFile(), sink, true);
        }
    }

    private void on(String name, Map<String, Object> database, MailSink sink, boolean townships) {
        try (Service service = new Service(database, sink, Map.of())) {
            if (townships) {
                new Country(service.jdbc()).addTownships();
            }
            say("%s: %,d accounts", name, new Accounts(service).create());
            if (printsStatements(name)) {
                service.jdbc().execute("create extension if not exists pg_stat_statements");
            }
            PeopleRun run = new PeopleRun(service, AT_ONCE, Scope.ALL);
            new Headquarters(service).issue(1, addressees(service), townships ? "TOWNSHIP" : "COUNTY");
            if (townships) {
                new PeopleRun(service, List.of(OPENERS), Scope.OPENING).work(ROUND_SECONDS, Long.MAX_VALUE, FOREVER);
            }
            long most = townships && !wanted.contains("full") ? LARGE_SAMPLE : Long.MAX_VALUE;
            work(name, service, run, most);
        }
    }

    private boolean printsStatements(String database) {
        return wanted.contains("statements") && database.equals("PostgreSQL");
    }

    /** In the folder is the file of a run whose notice was issued to everybody; the table tells of the rest only. */
    private void goOn(Path folder, MailSink sink) {
        if (!Files.exists(folder.resolve("cascade.mv.db"))) {
            throw new IllegalArgumentException("There is no cascade.mv.db in " + folder);
        }
        try (Service service = new Service(Service.onFileIn(folder.toString()), sink, Map.of())) {
            TaskService tasks = service.get(TaskService.class);
            List<Task> claimed = tasks.createTaskQuery().taskAssigned().list();
            claimed.forEach(task -> tasks.setAssignee(task.getId(), null)); // whoever had them comes for open ones only
            say("H2: %,d tasks open, %,d of which were under way", tasks.createTaskQuery().count(), claimed.size());
            work("H2", service, new PeopleRun(service, AT_ONCE, Scope.ALL), Long.MAX_VALUE);
        }
    }

    private void work(String database, Service service, PeopleRun run, long most) {
        long heap = run.work(wanted.contains("quick") ? ROUND_SECONDS / 4 : ROUND_SECONDS, most, longest());
        if (printsStatements(database)) {
            printCostliest(service);
        }
        Remains remains = new Remains(service.jdbc());
        List<String> left = run.done() ? remains.afterAll() : remains.underway();
        print(database, service, run, heap, left.isEmpty() ? "nothing" : String.join("; ", left));
        new SignIns(service).rows().forEach(row -> signIn.add(database, units(service), row.how(), row.p50(), row.p95()));
    }

    private Duration longest() {
        return valueOf(MINUTES).map(Long::parseLong).map(Duration::ofMinutes).orElse(FOREVER);
    }

    private Optional<String> valueOf(String name) {
        return wanted.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    private static void printCostliest(Service service) {
        service.jdbc().queryForList("""
                        select calls, round(mean_exec_time::numeric, 2) as ms, round(total_exec_time::numeric) as total, query
                          from pg_stat_statements order by total_exec_time desc limit 20""").forEach(System.out::println);
    }

    private void print(String database, Service service, PeopleRun run, long heap, String left) {
        int units = units(service);
        run.measured().forEach((people, measured) -> {
            long done = measured.counted("completions");
            long calls = measured.rows().stream().mapToLong(Measured.Row::requests).sum() - 1;
            rates.add(database, units, people, done, measured.seconds(), done / measured.seconds(), calls / measured.seconds(),
                    measured.errors().size(), heap, left);
            measured.rows().stream().filter(row -> !row.kind().equals("page")).forEach(row -> requests.add(
                    database, units, people, row.kind(), row.requests(), row.p50(), row.p95(), row.p99(), row.slowest()));
            measured.errors().stream().limit(10).forEach(error -> say("error: %s", error));
        });
        say("%s, %,d units: left behind: %s", database, units, left);
    }

    private List<String> addressees(Service service) {
        List<String> provinces = service.jdbc().queryForList("select code from unit where level = 'PROVINCE' order by code", String.class);
        return wanted.contains("quick") ? List.of("130000") : provinces;
    }

    private static int units(Service service) {
        return service.jdbc().queryForObject("select count(*) from assignment where depth > 0", Integer.class);
    }

    private static void say(String words, Object... values) {
        System.out.println(words.formatted(values));
    }
}
