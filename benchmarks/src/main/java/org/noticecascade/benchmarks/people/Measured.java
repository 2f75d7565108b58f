package org.noticecascade.benchmarks.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How long each kind of request took, and every answer that should not have come. */
final class Measured {
    private final Map<String, Queue<Integer>> micros = new ConcurrentSkipListMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private long wallNanos;

    /** Milliseconds. */
    record Row(String kind, int requests, double p50, double p95, double p99, double slowest) {}

    void took(String kind, long nanos) {
        micros.computeIfAbsent(kind, none -> new ConcurrentLinkedQueue<>()).add((int) (nanos / 1000));
    }

    void failed(String what) {
        errors.add(what);
    }

    void count(String what) {
        counts.computeIfAbsent(what, none -> new AtomicLong()).incrementAndGet();
    }

    long counted(String what) {
        return counts.getOrDefault(what, new AtomicLong()).get();
    }

    void lasted(long nanos) {
        wallNanos += nanos;
    }

    double seconds() {
        return wallNanos / 1e9;
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<Row> rows() {
        return micros.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
    }

    /** The given share of that kind's requests was at most this fast, in milliseconds; 0 without any. */
    double percentile(String kind, double share) {
        return at(sorted(micros.getOrDefault(kind, new ConcurrentLinkedQueue<>())), share);
    }

    private static Row row(String kind, Queue<Integer> all) {
        int[] sorted = sorted(all);
        return new Row(kind, sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static int[] sorted(Queue<Integer> all) {
        int[] values = all.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(values);
        return values;
    }

    private static double at(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)] / 1000.0;
    }
}
