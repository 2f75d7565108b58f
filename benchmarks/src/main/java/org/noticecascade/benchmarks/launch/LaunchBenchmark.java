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
 * JDBC, in alternating rounds on one PostgreSQL server, each in a JVM of its own.
 *
 * <p>Arguments beside {@code launch}: {@code quick} for the small size and one round; names of {@link Contestant} in
 * lower case to let only those take part; {@code small} or {@code large} for one size.
 */
public final class LaunchBenchmark {
    private static final int ROUNDS = 3;
    private static final Path FOLDER = Path.of("target");
    private static final String H2 =
            "jdbc:h2:file:./target/launch-h2/cascade;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=0";

    private final Server server;
    private final Set<String> wanted;
    private final Results results = new Results();

    private LaunchBenchmark(Server server, Set<String> wanted) {
        this.server = server;
        this.wanted = wanted;
    }

    public static void run(Set<String> wanted) throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            LaunchBenchmark benchmark = new LaunchBenchmark(new Server(postgres), wanted);
            if (!wanted.contains("large")) {
                benchmark.size("COUNTY", List.of(Contestant.values()));
            }
            if (!wanted.contains("small") && !wanted.contains("quick")) {
                benchmark.size("TOWNSHIP", List.of(Contestant.OURS, Contestant.FLOOR, Contestant.CAMUNDA, Contestant.OURS_ON_H2));
            }
            benchmark.results.print();
        }
    }

    private void size(String downTo, List<Contestant> contestants) throws IOException, InterruptedException {
        String prepared = "prepared_" + downTo.toLowerCase(Locale.ROOT);
        server.create(prepared);
        Child.run("", OursRun.class, "prepare", server.url(prepared), downTo);
        Path units = FOLDER.resolve("launch-units.tsv");
        Files.write(units, server.in(prepared).queryForList("""
                select code || E'\\t' || parent_code || E'\\t' || name from unit
                 where active and level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')
                 order by position(level in 'PROVINCE PREFECTURE COUNTY TOWNSHIP'), code""", String.class));
        for (int round = 1; round <= (wanted.contains("quick") ? 1 : ROUNDS); round++) {
            for (Contestant contestant : contestants) {
                if (takesPart(contestant) && (contestant != Contestant.OURS_ON_H2 || round == 1)) {
                    launch(contestant, round, prepared, units, downTo);
                }
            }
        }
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

    private void launch(Contestant contestant, int round, String prepared, Path units, String downTo)
            throws IOException, InterruptedException {
        String database = contestant == Contestant.OURS ? "ours" : "other";
        String url = server.url(database);
        String[] arguments =
                switch (contestant) {
                    case OURS -> new String[] {"launch", url, downTo};
                    case OURS_ON_H2 -> new String[] {"launch", H2, downTo};
                    case FLOOR -> new String[] {server.url("ours"), url, Long.toString(Files.lines(units).count())};
                    default -> new String[] {url, units.toString()};
                };
        if (contestant == Contestant.OURS || contestant == Contestant.FLOOR) {
            server.copy(prepared, database);
        } else {
            server.create(database);
        }
        FileSystemUtils.deleteRecursively(FOLDER.resolve("launch-h2"));
        Map<String, Double> said = Child.run(contestant.classPath, contestant.main, arguments);
        Map<String, Long> byTable = contestant == Contestant.OURS_ON_H2 ? Map.of() : server.inserted(database);
        long rows = byTable.isEmpty()
                ? said.get("rows").longValue()
                : byTable.values().stream().mapToLong(Long::longValue).sum();
        Result result = Result.of(contestant, round, said, rows);
        System.out.println(result);
        results.add(result, byTable);
        results.write(FOLDER);
    }
}
