package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailScheduleTest {
    private final OutboxSender sender = mock(OutboxSender.class);
    private final QuietHours quietHours = mock(QuietHours.class);
    private final MailTrial trial = mock(MailTrial.class);
    private final List<Object> looks = new CopyOnWriteArrayList<>();
    private final MailSchedule schedule =
            new MailSchedule(sender, quietHours, mock(OldMails.class), quickly(), looks::add, trial);

    @BeforeEach
    void allIsThere() {
        when(sender.isUsable()).thenReturn(true);
        when(quietHours.isUsable()).thenReturn(true);
    }

    @AfterEach
    void stop() {
        schedule.stop();
    }

    @Test
    void looksAgainAfterALookThatFailed() {
        AtomicInteger looks = new AtomicInteger();
        when(sender.run(any())).thenAnswer(look -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("the database was away");
            }
            return 0;
        });
        schedule.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> looks.get() >= 3);
        verify(trial).connectOnce();
        assertThat(schedule.isRunning()).isTrue();
    }

    @Test
    void saysThatItLooked() {
        schedule.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> looks.contains(new OutboxLooked()));
    }

    @Test
    void letsTheMailUnderWayEndAndTellsItToStopThere() {
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        when(sender.run(any())).thenAnswer(look -> {
            begun.incrementAndGet();
            BooleanSupplier stopping = look.getArgument(0);
            await().atMost(Duration.ofSeconds(5)).until(stopping::getAsBoolean);
            return ended.incrementAndGet();
        });
        schedule.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> begun.get() == 1);

        schedule.stop();

        assertThat(ended).hasValue(1);
        assertThat(schedule.isRunning()).isFalse();
    }

    @Test
    void staysOffWithoutAServerOrACalendar() {
        when(sender.isUsable()).thenReturn(false);
        schedule.start();
        assertThat(schedule.isRunning()).isFalse();

        when(sender.isUsable()).thenReturn(true);
        when(quietHours.isUsable()).thenReturn(false);
        schedule.start();
        assertThat(schedule.isRunning()).isFalse();
    }

    private static MailProperties quickly() {
        MailProperties usual = MailTestContext.properties();
        return new MailProperties(
                true,
                usual.from(),
                usual.replyTo(),
                usual.linkBaseUrl(),
                usual.maxPerMinute(),
                usual.pageSize(),
                Duration.ofMillis(5),
                usual.claimTime(),
                usual.maxAttempts(),
                usual.keepDays(),
                usual.retryPauses(),
                usual.hours(),
                usual.breaker());
    }
}
