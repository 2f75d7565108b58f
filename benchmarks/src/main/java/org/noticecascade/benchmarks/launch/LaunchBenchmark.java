package org.noticecascade.benchmarks.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** dev */
public final class LaunchBenchmark {
    private LaunchBenchmark() {}

    public static void run(Set<String> wanted) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("log_statement", "none").start()) {
            Server server = new Server(postgres);
            String level = wanted.contains("large") ? "TOWNSHIP" : "COUNTY";
            server.create("prepared");
            System.out.println(server.url("prepared"));
            Child.run(null, OursRun.class, "prepare", server.url("prepared"), level);
            Path units = Path.of("target", "units.tsv");
            Files.write(units, server.in("prepared").queryForList(
                    "select code || E'\\t' || parent_code || E'\\t' || name from unit where active and level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')"
                    + " order by position(level in 'PROVINCE PREFECTURE COUNTY TOWNSHIP'), code", String.class));
            if (wanted.contains("ours")) {
                server.copy("prepared", "ours");
                System.out.println(Child.run(null, OursRun.class, "launch", server.url("ours"), level));
                print(server.inserted("ours"));
            }
            for (String engine : List.of("camunda", "operaton", "flowable", "textbook")) {
                if (wanted.contains(engine)) {
                    server.create("plain");
                    Class<?> main = switch (engine) { case "camunda" -> CamundaRun.class; case "operaton" -> OperatonRun.class; case "flowable" -> FlowableRun.class; default -> TextbookRun.class; };
                    System.out.println(engine + " " + Child.run(engine.equals("textbook") ? "camunda" : engine, main, server.url("plain"), units.toString()));
                    print(server.inserted("plain"));
                }
            }
            if (wanted.contains("h2")) {
                System.out.println(Child.run(null, OursRun.class, "launch", "jdbc:h2:file:./target/h2/cascade;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=0", level));
            }
        }
    }

    public static void main(String[] a) throws Exception { run(Set.of(a)); System.exit(0); }

    private static void print(Map<String, Long> rows) {
        System.out.println(rows + " " + rows.values().stream().mapToLong(x -> x).sum());
    }
}
