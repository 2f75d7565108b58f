package org.noticecascade.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.mail.Outbox;
import org.noticecascade.notice.Stage;
import org.noticecascade.operation.Figures.LastPatrol;
import org.noticecascade.operation.Figures.Open;
import org.springframework.stereotype.Component;

/**
 * The figures that matter, for Prometheus. They come from the database all nodes share, so every node tells the same:
 * take the maximum over the nodes, never the sum. What cannot be read is NaN.
 */
@Component
class CascadeMetrics implements MeterBinder {
    private final LatestFigures figures;

    CascadeMetrics(LatestFigures figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        units(registry);
        jobs(registry);
        mail(registry);
        patrol(registry);
    }

    private void units(MeterRegistry registry) {
        gauge(registry, "cascade.units.loaded", "Active units in the directory", Tags.empty(), Figures::units);
        for (Stage stage : Stage.values()) {
            if (stage.isOpen()) {
                Tags tags = Tags.of("stage", small(stage));
                gauge(
                        registry,
                        "cascade.assignments.open",
                        "Open assignments of issued notices",
                        tags,
                        now -> count(now, one -> one.stage() == stage));
                gauge(
                        registry,
                        "cascade.assignments.overdue",
                        "Open assignments past their due date",
                        tags,
                        now -> count(now, one -> one.stage() == stage && one.daysLate() > 0));
            }
        }
        gauge(
                registry,
                "cascade.assignments.late.ratio",
                "Part of the open work that is past its due date, 0 to 1",
                Tags.empty(),
                CascadeMetrics::lateRatio);
        Arrays.stream(Level.values()).forEach(level -> late(registry, level));
    }

    private void late(MeterRegistry registry, Level level) {
        Tags tags = Tags.of("level", small(level));
        Predicate<Open> late = one -> one.level() == level && one.daysLate() > 0;
        gauge(
                registry,
                "cascade.days.late.max",
                "Calendar days the latest unit is late",
                tags,
                now -> now.open().stream()
                        .filter(late)
                        .mapToLong(Open::daysLate)
                        .max()
                        .orElse(0));
        gauge(
                registry,
                "cascade.days.late.mean",
                "Calendar days the late units are late",
                tags,
                now -> now.open().stream()
                                .filter(late)
                                .mapToLong(one -> one.daysLate() * one.count())
                                .sum()
                        / (double) Math.max(1, count(now, late)));
    }

    private void jobs(MeterRegistry registry) {
        String what = "Jobs of the engine";
        gauge(
                registry,
                "cascade.jobs",
                what,
                Tags.of("state", "due"),
                now -> now.jobs().due());
        gauge(
                registry,
                "cascade.jobs",
                what,
                Tags.of("state", "later"),
                now -> now.jobs().later());
        gauge(
                registry,
                "cascade.jobs",
                what,
                Tags.of("state", "failed"),
                now -> now.jobs().failed());
        gauge(
                registry,
                "cascade.jobs.longest.wait.seconds",
                "How long the eldest due job waits",
                Tags.empty(),
                now -> now.jobs().longestWaitSeconds());
    }

    private void mail(MeterRegistry registry) {
        for (Outbox.Status status : Outbox.Status.values()) {
            gauge(
                    registry,
                    "cascade.mails",
                    "Mails kept in the outbox",
                    Tags.of("status", small(status)),
                    now -> now.mails().getOrDefault(status, 0L));
        }
        gauge(
                registry,
                "cascade.mail.breaker.open",
                "1 while no mail leaves",
                Tags.empty(),
                now -> now.trouble() == null ? 0 : 1);
    }

    private void patrol(MeterRegistry registry) {
        gauge(
                registry,
                "cascade.patrol.last.start.timestamp.seconds",
                "Start of the last patrol",
                Tags.empty(),
                now -> now.patrol() == null ? Double.NaN : seconds(now.patrol().startedAt()));
        gauge(
                registry,
                "cascade.patrol.last.end.timestamp.seconds",
                "End of the last patrol",
                Tags.empty(),
                now -> now.patrol() == null ? Double.NaN : seconds(now.patrol().finishedAt()));
        gauge(
                registry,
                "cascade.patrol.duration.seconds",
                "How long the last patrol took",
                Tags.empty(),
                now -> duration(now.patrol()));
        gauge(
                registry,
                "cascade.figures.timestamp.seconds",
                "When these figures were read",
                Tags.empty(),
                now -> seconds(now.readAt()));
    }

    private void gauge(
            MeterRegistry registry, String name, String description, Tags tags, ToDoubleFunction<Figures> value) {
        Gauge.builder(name, figures, latest -> read(latest, value))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static double read(LatestFigures latest, ToDoubleFunction<Figures> value) {
        try {
            return value.applyAsDouble(latest.get());
        } catch (IllegalStateException unreadable) {
            return Double.NaN;
        }
    }

    private static double lateRatio(Figures now) {
        long own = count(now, one -> one.stage().isOwnWork());
        return own == 0 ? 0 : count(now, one -> one.daysLate() > 0) / (double) own;
    }

    private static long count(Figures now, Predicate<Open> which) {
        return now.open().stream().filter(which).mapToLong(Open::count).sum();
    }

    private static double duration(@Nullable LastPatrol patrol) {
        Instant end = patrol == null ? null : patrol.finishedAt();
        return patrol == null || end == null
                ? Double.NaN
                : Duration.between(patrol.startedAt(), end).toMillis() / 1000.0;
    }

    private static double seconds(@Nullable Instant moment) {
        return moment == null ? Double.NaN : moment.toEpochMilli() / 1000.0;
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
