package org.noticecascade.benchmarks.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.noticecascade.benchmarks.Table;

/** All launches of a run, and the tables and files made of them. */
final class Results {
    private static final long MEBIBYTE = 1024 * 1024;

    private final List<Result> all = new ArrayList<>();
    private final Table rounds = new Table(
            "contestant", "units", "round", "seconds", "JVM CPU s", "server CPU s", "WAL MiB", "peak heap MiB", "rows");
    private final Table tables = new Table("table", "contestant", "units", "rows", "rows per unit");

    void add(Result result, Map<String, Long> byTable) {
        if (all.stream().noneMatch(other -> other.contestant() == result.contestant() && other.units() == result.units())) {
            byTable.forEach((table, rows) -> tables.add(
                    table, result.contestant().label, result.units(), rows, (double) rows / result.units()));
        }
        all.add(result);
        rounds.add(
                result.contestant().label, result.units(), result.round(), result.seconds(), result.cpu(),
                result.serverCpu(), (double) result.walBytes() / MEBIBYTE, result.heapMib(), result.rows());
    }

    Set<Integer> sizes() {
        Set<Integer> sizes = new TreeSet<>();
        all.forEach(result -> sizes.add(result.units()));
        return sizes;
    }

    List<Result> of(Contestant contestant, int units) {
        return all.stream().filter(result -> result.contestant() == contestant && result.units() == units).toList();
    }

    /** Medians of the rounds; the ratios are to ours of the same size. */
    Table medians() {
        Table medians = new Table(
                "contestant", "units", "rounds", "seconds", "least to most", "units per second", "rows per second", "ms per unit", "CPU ms per unit",
                "least to most", "rows per unit", "WAL KiB per unit", "peak heap MiB", "time, ours = 1", "CPU, ours = 1");
        for (int units : sizes()) {
            for (Contestant contestant : Contestant.values()) {
                List<Result> rounds = of(contestant, units);
                if (!rounds.isEmpty()) {
                    add(medians, units, contestant, rounds);
                }
            }
        }
        return medians;
    }

    private void add(Table medians, int units, Contestant contestant, List<Result> rounds) {
        double seconds = Result.median(rounds, Result::seconds);
        double rows = Result.median(rounds, Result::rows);
        medians.add(
                contestant.label, units, rounds.size(), seconds, Result.spread(rounds, Result::seconds), Math.round(units / seconds),
                Math.round(rows / seconds), Result.median(rounds, Result::millisPerUnit),
                Result.median(rounds, Result::cpuMillisPerUnit), Result.spread(rounds, Result::cpuMillisPerUnit), rows / units,
                Result.median(rounds, Result::walBytes) / 1024 / units, Math.round(Result.median(rounds, Result::heapMib)),
                toOurs(rounds, units, Result::seconds), toOurs(rounds, units, Result::cpuMillisPerUnit));
    }

    private double toOurs(List<Result> rounds, int units, ToDoubleFunction<Result> value) {
        List<Result> ours = of(Contestant.OURS, units);
        return ours.isEmpty() ? 0 : Result.median(rounds, value) / Result.median(ours, value);
    }

    /** What was aimed at, what came out. */
    Table targets() {
        Table targets = new Table("target", "aimed at", "by time", "by CPU", "units");
        for (int units : sizes()) {
            ratio(targets, "textbook / ours", "8 or more", Contestant.TEXTBOOK, Contestant.OURS, units);
            ratio(targets, "ours / floor", "at most 1.3", Contestant.OURS, Contestant.FLOOR, units);
        }
        Integer[] sizes = sizes().toArray(Integer[]::new);
        if (sizes.length == 2) {
            List<Result> small = of(Contestant.OURS, sizes[0]);
            List<Result> large = of(Contestant.OURS, sizes[1]);
            targets.add("per unit, large / small", "at most 1.15",
                    Result.median(large, Result::millisPerUnit) / Result.median(small, Result::millisPerUnit),
                    Result.median(large, Result::cpuMillisPerUnit) / Result.median(small, Result::cpuMillisPerUnit), sizes[1]);
        }
        return targets;
    }

    private void ratio(Table targets, String what, String aim, Contestant over, Contestant under, int units) {
        List<Result> above = of(over, units);
        List<Result> below = of(under, units);
        if (!above.isEmpty() && !below.isEmpty()) {
            targets.add(what, aim,
                    Result.median(above, Result::seconds) / Result.median(below, Result::seconds),
                    Result.median(above, Result::cpuMillisPerUnit) / Result.median(below, Result::cpuMillisPerUnit), units);
        }
    }

    void print() {
        System.out.println("\n" + medians().markdown() + "\n\n" + targets().markdown() + "\n\n" + tables.markdown());
    }

    /** The rounds as CSV, and the medians drawn. */
    void write(Path folder) throws IOException {
        rounds.writeCsv(folder.resolve("launch.csv"));
        medians().writeCsv(folder.resolve("launch-medians.csv"));
        tables.writeCsv(folder.resolve("launch-tables.csv"));
        Files.writeString(folder.resolve("launch.svg"), new Chart(this).svg());
    }
}
