package org.noticecascade.benchmarks.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One launch.
 *
 * @param seconds from the order to issue until the last task exists
 * @param cpu processor seconds of the contestant's JVM
 * @param serverCpu processor seconds of the database server's processes; 0 on H2, which runs in the JVM
 */
record Result(
        Contestant contestant,
        int units,
        int round,
        double seconds,
        double cpu,
        double serverCpu,
        long walBytes,
        long heapMib,
        long rows) {
    private static final double MILLIS = 1000;

    static Result of(Contestant contestant, int round, Map<String, Double> said, long rows) {
        return new Result(
                contestant,
                said.get("units").intValue(),
                round,
                said.get("seconds"),
                said.get("cpu"),
                said.get("serverCpu"),
                said.get("wal").longValue(),
                said.get("heap").longValue(),
                rows);
    }

    double millisPerUnit() {
        return seconds * MILLIS / units;
    }

    double cpuMillisPerUnit() {
        return (cpu + serverCpu) * MILLIS / units;
    }

    static double median(List<Result> rounds, ToDoubleFunction<Result> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least and the most, as text. */
    static String spread(List<Result> rounds, ToDoubleFunction<Result> value) {
        Comparator<Double> order = Comparator.naturalOrder();
        List<Double> values = rounds.stream().map(value::applyAsDouble).sorted(order).toList();
        return "%.2f to %.2f".formatted(values.get(0), values.get(values.size() - 1));
    }
}
