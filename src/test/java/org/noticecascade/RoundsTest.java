package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Rounds rounds = new Rounds("rounds-of-a-test", "The test's round failed");
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void end() {
        rounds.end(PATIENCE);
    }

    @Test
    void goOnAfterOneThatFailed() {
        failOnce(() -> {
            throw new IllegalStateException("the database was away");
        });

        await().atMost(PATIENCE).until(() -> begun.get() >= 3);
        assertThat(rounds.areUnderWay()).isTrue();
    }

    @Test
    void goOnAfterAnError() {
        failOnce(() -> {
            throw new StackOverflowError("a round of this test");
        });

        await().atMost(PATIENCE).until(() -> begun.get() >= 3);
    }

    @Test
    void waitForTheOneUnderWayAndTellItToEnd() {
        AtomicInteger ended = new AtomicInteger();
        rounds.begin(SHORT, () -> {
            begun.incrementAndGet();
            await().atMost(PATIENCE).until(rounds::areEnding);
            ended.incrementAndGet();
        });
        await().atMost(PATIENCE).until(() -> begun.get() == 1);

        assertThat(rounds.end(PATIENCE)).isTrue();

        assertThat(ended).hasValue(1);
        assertThat(rounds.areUnderWay()).isFalse();
    }

    @Test
    void sayThatOneIsOverdueAndDoNotInterruptIt() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicReference<Boolean> undisturbed = new AtomicReference<>();
        rounds.begin(SHORT, () -> {
            begun.incrementAndGet();
            try {
                undisturbed.set(mayEnd.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                undisturbed.set(false);
            }
        });
        await().atMost(PATIENCE).until(() -> begun.get() == 1);

        assertThat(rounds.end(SHORT)).isFalse();

        mayEnd.countDown();
        await().atMost(PATIENCE).until(() -> undisturbed.get() != null);
        assertThat(undisturbed).hasValue(true);
        assertThat(begun).hasValue(1);
    }

    @Test
    void beginAnewAfterTheirEnd() {
        rounds.begin(SHORT, begun::incrementAndGet);
        rounds.end(PATIENCE);
        int before = begun.get();

        rounds.begin(SHORT, begun::incrementAndGet);

        assertThat(rounds.areEnding()).isFalse();
        await().atMost(PATIENCE).until(() -> begun.get() > before);
    }

    @Test
    void doNotBeginTwice() {
        rounds.begin(SHORT, begun::incrementAndGet);

        assertThatIllegalStateException()
                .isThrownBy(() -> rounds.begin(SHORT, begun::incrementAndGet))
                .withMessageContaining("rounds-of-a-test");
    }

    @Test
    void haveNothingToEndBeforeTheyBegin() {
        assertThat(rounds.end(SHORT)).isTrue();
    }

    private void failOnce(Runnable failure) {
        rounds.begin(SHORT, () -> {
            if (begun.incrementAndGet() == 1) {
                failure.run();
            }
        });
    }
}
