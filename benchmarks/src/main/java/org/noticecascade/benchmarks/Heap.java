package org.noticecascade.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** What is really in use: the heap right after its collections, at the highest. */
public final class Heap {
    private static final long MEBIBYTE = 1024 * 1024;

    private Heap() {}

    /** Forgets what was before. */
    public static void reset() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** What is in use once everything unreachable is gone, in MiB. */
    public static long usedMib() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    /** The sum of the pools' peaks since, in MiB: an upper bound, as the pools need not peak at once. */
    public static long peakMib() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                / MEBIBYTE;
    }
}
