package org.noticecascade.benchmarks.engines;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Completions per second with 44,561 tasks open: the engine as it comes, the same with the service's settings added one
 * by one, and Flowable 7.1.0; in this JVM, in alternating rounds, each on its own database of one server. Arguments:
 * {@code quick} for 3,209 units.
 */
public final class Engines {
    private static final int LARGE = 44_561;
    private static final int SMALL = 3_209;
    private static final int BATCH = 200;
    private static final int THREADS = 8;
    private static final int PER_ROUND = 800;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;

    private Engines() {}

    private static final class Score {
        private final Contestant contestant;
        private final List<Double> rates = new ArrayList<>();
        private final List<Long> micros = java.util.Collections.synchronizedList(new ArrayList<>());
        private long cpuNanos;

        Score(Contestant contestant) {
            this.contestant = contestant;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int units = List.of(arguments).contains("quick") ? SMALL : LARGE;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            List<Score> scores = List.of(
                    new Score(new Camunda("engine as it comes", database(server, "plain"), new Camunda.Settings(false, false, false))),
                    new Score(new Camunda("+ index on the parent task", database(server, "indexed"), new Camunda.Settings(true, false, false))),
                    new Score(new Camunda("+ history as in the service", database(server, "tuned"), new Camunda.Settings(true, true, false))),
                    new Score(new Camunda("+ authorization as in the service", database(server, "guarded"), new Camunda.Settings(true, true, true))),
                    new Score(new Flowable("Flowable 7.1.0 as it comes", database(server, "flowable"))));
            for (Score score : scores) {
                fill(score.contestant, units);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Score score : scores) {
                    round(score, round >= WARM_UP);
                }
            }
            print(scores, units);
        }
        System.exit(0);
    }

    private static String database(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static void fill(Contestant contestant, int units) throws SQLException {
        long began = System.nanoTime();
        for (int from = 0; from < units; from += BATCH) {
            List<String> batch = new ArrayList<>();
            for (int n = from; n < Math.min(units, from + BATCH); n++) {
                batch.add("%09d".formatted(n));
            }
            contestant.start(batch);
        }
        contestant.execute("vacuum analyze");
        System.out.printf("%s: %,d started in %.1f s%n", contestant.name(), units, (System.nanoTime() - began) / 1e9);
    }

    private static void round(Score score, boolean counts) throws SQLException, InterruptedException, ExecutionException {
        List<Contestant.Work> work = score.contestant.open(PER_ROUND);
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        long cpu = cpu();
        long began = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (Contestant.Work one : work) {
            done.add(people.submit(() -> {
                long start = System.nanoTime();
                score.contestant.complete(one);
                if (counts) {
                    score.micros.add((System.nanoTime() - start) / 1000);
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        double rate = work.size() / ((System.nanoTime() - began) / 1e9);
        people.shutdown();
        System.out.printf("%s: %.0f per second%n", score.contestant.name(), rate);
        if (counts) {
            score.rates.add(rate);
            score.cpuNanos += cpu() - cpu;
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(List<Score> scores, int units) throws IOException {
        List<String> csv = new ArrayList<>(List.of("engine,open tasks,completions per second,slowest round,fastest round,against as it comes,p50 ms,p95 ms,JVM CPU ms"));
        double plain = median(scores.get(0).rates);
        for (Score score : scores) {
            double[] millis = score.micros.stream().mapToDouble(micros -> micros / 1000.0).sorted().toArray();
            csv.add("%s,%d,%.0f,%.0f,%.0f,%.2f,%.1f,%.1f,%.1f".formatted(
                    score.contestant.name(), units, median(score.rates),
                    score.rates.stream().min(Double::compare).orElse(0.0), score.rates.stream().max(Double::compare).orElse(0.0),
                    median(score.rates) / plain, millis[millis.length / 2], millis[(int) (millis.length * 0.95)],
                    score.cpuNanos / 1e6 / millis.length));
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("..", "target", "engines.csv"), csv);
        csv.forEach(line -> System.out.println("| " + line.replace(",", " | ") + " |"));
    }

    private static double median(List<Double> rates) {
        double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }
}
