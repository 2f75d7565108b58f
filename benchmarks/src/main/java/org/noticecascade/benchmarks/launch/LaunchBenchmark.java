package org.noticecascade.benchmarks.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Launches one notice to the whole country with this service, with the textbook design, on plain engines and by plain
 * JDBC, in alternating rounds on one PostgreSQL server, each in a JVM of its own that has launched four notices down to the
 * counties before, so that nobody is timed while most of it is being compiled.
 *
 * <p>Arguments beside {@code launch}: {@code quick} for the small size and one round; names of {@link Contestant} in
 * lower case to let only those take part; {@code small} or {@code large} for one size; {@code once} for one round; {@code statements}
 * prints PostgreSQL's costliest statements after each launch.
 */
public final class LaunchBenchmark {
    private static final int ROUNDS = 3;
    private static final String SMALL = "COUNTY";
    private static final Path FOLDER = Path.of("target");
    private static final Path H2 = FOLDER.resolve("launch-h2");

    private final Server server;
    private final Set<String> wanted;
    private final Results results = new Results();

    private LaunchBenchmark(Server server, Set<String> wanted) {
        this.server = server;
        this.wanted = wanted;
    }

    public static void run(Set<String> wanted) throws IOException, InterruptedException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (wanted.contains("statements")) {
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
        }
        try (EmbeddedPostgres postgres = builder.start()) {
            LaunchBenchmark benchmark = new LaunchBenchmark(new Server(postgres), wanted);
            benchmark.prepare(SMALL);
            if (!wanted.contains("large")) {
                benchmark.size(SMALL);
            }
            if (!wanted.contains("small") && !wanted.contains("quick")) {
                benchmark.prepare("TOWNSHIP");
                benchmark.size("TOWNSHIP");
            }
            benchmark.results.print();
        }
    }

    /** A database as it is before the launch, and the list of its units for whoever has no such table. */
    private void prepare(String downTo) throws IOException, InterruptedException {
        String prepared = prepared(downTo);
        server.create(prepared);
        Child.run("", OursRun.class, "prepare", server.url(prepared), downTo);
        Files.write(units(downTo), server.in(prepared).queryForList("""
                select code || E'\\t' || parent_code || E'\\t' || name from unit
                 where active and level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')
                 order by position(level in 'PROVINCE PREFECTURE COUNTY TOWNSHIP'), code""", String.class));
    }

    private static String prepared(String downTo) {
        return "prepared_" + downTo.toLowerCase(Locale.ROOT);
    }

    private static Path units(String downTo) {
        return FOLDER.resolve("launch-units-" + downTo.toLowerCase(Locale.ROOT) + ".tsv");
    }

    private void size(String downTo) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds(); round++) {
            for (Contestant contestant : Contestant.values()) {
                if (takesPart(contestant) && round <= rounds(contestant, downTo)) {
                    launch(contestant, round, downTo);
                }
            }
        }
    }

    private int rounds() {
        return wanted.contains("quick") || wanted.contains("once") ? 1 : ROUNDS;
    }

    private boolean takesPart(Contestant contestant) {
        Set<String> named = Arrays.stream(Contestant.values())
                .map(LaunchBenchmark::name)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
        return named.isEmpty() || named.contains(name(contestant));
    }

    private static String name(Contestant contestant) {
        return contestant.name().toLowerCase(Locale.ROOT);
    }

    /** H2 has no server to share; the textbook takes minutes for the large size. */
    private static int rounds(Contestant contestant, String downTo) {
        boolean once = contestant == Contestant.OURS_ON_H2 || contestant == Contestant.TEXTBOOK && !downTo.equals(SMALL);
        return once ? 1 : ROUNDS;
    }

    private void launch(Contestant contestant, int round, String downTo) throws IOException, InterruptedException {
        String database = contestant == Contestant.OURS ? "ours" : "other";
        String url = server.url(database);
        String units = units(downTo).toString();
        String[] arguments =
                switch (contestant) {
                    case OURS -> new String[] {"launch", url, downTo};
                    case OURS_ON_H2 -> new String[] {"launch", H2.toAbsolutePath().toString(), downTo};
                    case FLOOR -> new String[] {server.url("ours"), url, Long.toString(Files.lines(Path.of(units)).count()), server.url("warm")};
                    default -> new String[] {url, units, units(SMALL).toString()};
                };
        if (contestant == Contestant.OURS || contestant == Contestant.FLOOR) {
            server.copy(prepared(downTo), database);
        } else {
            server.create(database);
        }
        if (contestant == Contestant.FLOOR) {
            server.copy(prepared(downTo), "warm");
        }
        FileSystemUtils.deleteRecursively(H2);
        Map<String, Double> said = Child.run(contestant.classPath, contestant.main, arguments);
        Map<String, Long> byTable = contestant == Contestant.OURS_ON_H2 ? Map.of() : server.inserted(database);
        long rows = byTable.isEmpty()
                ? said.get("rows").longValue()
                : byTable.values().stream().mapToLong(Long::longValue).sum();
        Result result = Result.of(contestant, round, said, rows);
        System.out.println(result);
        results.add(result, byTable);
        results.write(FOLDER);
        if (wanted.contains("statements")) {
            System.out.println("statements of " + contestant.label + "\n" + server.statements(database));
        }
    }
}
