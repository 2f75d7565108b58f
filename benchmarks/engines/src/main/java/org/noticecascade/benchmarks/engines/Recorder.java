package org.noticecascade.benchmarks.engines;

import java.util.concurrent.atomic.AtomicLong;

/** Stands for the service's own rows, which cost the same on any engine and are left out. */
public final class Recorder {
    private final AtomicLong recorded = new AtomicLong();

    /** Called by the process after each user task. */
    public void record(String businessKey) {
        recorded.incrementAndGet();
    }
}
