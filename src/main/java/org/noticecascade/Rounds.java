package org.noticecascade;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same again and again on a thread of its own, so that nothing else has to wait for it. One that fails is
 * logged, and the next comes after the usual pause.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String thread;
    private final String failure;
    private volatile boolean ending;
    private volatile @Nullable ScheduledExecutorService executor;

    /**
     * @param thread name of the thread in logs
     * @param failure what is said when a round fails, without an end: "The outbox could not be worked on"
     */
    public Rounds(String thread, String failure) {
        this.thread = thread;
        this.failure = failure;
    }

    /**
     * Begins, with a pause. After an {@link #end} that was too long for the last round this waits for nothing: call it
     * when that round is over.
     *
     * @param pause from the end of a round to the beginning of the next
     * @throws IllegalStateException if they are under way already
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a round logs its failure by itself
    public void begin(Duration pause, Runnable round) {
        if (areUnderWay()) {
            throw new IllegalStateException("The rounds of " + thread + " are under way already");
        }
        ending = false;
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, thread);
            daemon.setDaemon(true);
            return daemon;
        });
        begun.scheduleWithFixedDelay(
                () -> runOne(round, pause), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = begun;
    }

    /** After an error too: there would be no round after one that threw, and nobody would be told. */
    private void runOne(Runnable round, Duration pause) {
        try {
            round.run();
        } catch (RuntimeException | Error e) {
            LOG.error("{}; it is tried again in {}", failure, pause, e);
        }
    }

    /**
     * Lets no further round begin and waits for the one under way. It is never interrupted, since that would close H2's
     * file; it may ask {@link #areEnding()}.
     *
     * @param longest to wait
     * @return whether no round is under way any more
     */
    public boolean end(Duration longest) {
        ending = true;
        ScheduledExecutorService begun = executor;
        executor = null;
        if (begun == null) {
            return true;
        }
        begun.shutdown();
        try {
            return begun.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return begun.isTerminated();
        }
    }

    /** Whether the round under way is to come to its end. */
    public boolean areEnding() {
        return ending;
    }

    /** Whether they have begun and were not ended. */
    public boolean areUnderWay() {
        return executor != null;
    }
}
