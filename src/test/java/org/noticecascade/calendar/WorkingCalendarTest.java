package org.noticecascade.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables behind the calendar. */
class WorkingCalendarTest {
    private static final LocalDate NEW_YEAR_2027 = LocalDate.of(2027, 1, 1);

    private Instant now = Instant.parse("2026-11-30T01:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void seedsEveryArrangementFrom2002To2026() {
        CalendarDays stored = new CalendarDays(Seeded.h2("calendar_seed"));

        assertThat(stored.all()).hasSize(860);
        assertThat(stored.completeYears())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2002, 2026).boxed().toList());
    }

    @Test
    void marksTheDecemberDaysWithTheArrangementTheyComeFrom() {
        CalendarDays stored = new CalendarDays(Seeded.h2("calendar_source"));

        assertThat(stored.all())
                .filteredOn(day -> day.date().equals(LocalDate.of(2022, 12, 31)))
                .extracting(CalendarDay::source)
                .containsExactly("国务院办公厅 2023 年节假日安排");
    }

    @Test
    void keepsItsSnapshotUntilItIsReloaded() {
        JdbcClient jdbc = Seeded.h2("calendar_reload");
        WorkingCalendar calendar = new WorkingCalendar(new CalendarDays(jdbc), clock);
        WorkingDays before = calendar.days();

        enterArrangementOf2027(jdbc);
        assertThat(calendar.days()).isSameAs(before);

        calendar.reload();
        assertThat(calendar.days().isProvisional(NEW_YEAR_2027)).isFalse();
        assertThat(calendar.days().kindOf(LocalDate.of(2027, 1, 2))).isEqualTo(DayKind.HOLIDAY);
        assertThat(before.isProvisional(NEW_YEAR_2027)).isTrue();
    }

    @Test
    void noticesWhatAnotherNodeEnteredWithinAMinute() {
        JdbcClient jdbc = Seeded.h2("calendar_other_node");
        WorkingCalendar calendar = new WorkingCalendar(new CalendarDays(jdbc), clock);
        assertThat(calendar.days().isProvisional(NEW_YEAR_2027)).isTrue();
        enterArrangementOf2027(jdbc);

        now = now.plusSeconds(60);
        assertThat(calendar.days().isProvisional(NEW_YEAR_2027)).isTrue();
        now = now.plusSeconds(1);
        assertThat(calendar.days().isProvisional(NEW_YEAR_2027)).isFalse();
    }

    /** Who waited would do so with a connection in hand, of which the one that reads may need one. */
    @Test
    void countsOnWithWhatItHasWhileSomebodyReads() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean();
        WorkingCalendar calendar = new WorkingCalendar(
                new CalendarDays(Seeded.h2("calendar_slow")) {
                    @Override
                    List<CalendarDay> all() {
                        if (slow.get()) {
                            reading.countDown();
                            await(read);
                        }
                        return super.all();
                    }
                },
                clock);
        WorkingDays before = calendar.days();
        now = now.plusSeconds(61);
        slow.set(true);

        CompletableFuture<WorkingDays> other = CompletableFuture.supplyAsync(calendar::days);
        await(reading);
        WorkingDays meanwhile = CompletableFuture.supplyAsync(calendar::days).get(30, TimeUnit.SECONDS);
        read.countDown();

        assertThat(meanwhile).isSameAs(before);
        assertThat(other.get(30, TimeUnit.SECONDS)).isNotSameAs(before).isSameAs(calendar.days());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void seedsPostgresqlWithTheSameCalendar() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Seeded.migrate(postgres.getPostgresDatabase(), "PostgreSQL");
            CalendarDays stored = new CalendarDays(JdbcClient.create(postgres.getPostgresDatabase()));
            CalendarDays h2 = new CalendarDays(Seeded.h2("calendar_compare"));

            assertThat(stored.all()).isEqualTo(h2.all());
            assertThat(stored.completeYears()).isEqualTo(h2.completeYears());
        }
    }

    private static void enterArrangementOf2027(JdbcClient jdbc) {
        jdbc.sql("insert into calendar_year (for_year, status, document_number) values (2027, 'COMPLETE', null)")
                .update();
        jdbc.sql("insert into calendar_day (on_date, kind, name, source) values (?, 'OFF', '元旦', '测试安排')")
                .param(LocalDate.of(2027, 1, 2))
                .update();
    }
}
