package org.noticecascade.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.noticecascade.NoticeCascadeApplication;
import org.noticecascade.notice.Assignment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Progress day by day.
 *
 * <p>Counted from the milestones of the assignments, which are written with the ledger's entries in one transaction and
 * keep the first time: the last point is the count shown above the chart, and nobody is counted twice.
 */
@Repository
public class ProgressOverTime {
    private static final List<String> MILESTONES = List.of("signed_at", "planned_at", "held_at", "reported_at");

    /** Beijing has had no summer time since 1991; the databases disagree on casting a moment to a day of a zone. */
    private static final int SECONDS_AHEAD = ZoneId.of(NoticeCascadeApplication.ZONE)
            .getRules()
            .getStandardOffset(java.time.Instant.parse("2000-01-01T00:00:00Z"))
            .getTotalSeconds();

    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressOverTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The day the sums have come to, by the service's clock. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Running sums below {@code top} for every day on which something happened, in order. */
    public List<DayCount> below(Assignment top) {
        List<DayCount> sums = new ArrayList<>();
        DayCount sum = new DayCount(LocalDate.EPOCH, 0, 0, 0, 0);
        for (DayCount day : daily(top)) {
            sum = sum.plus(day);
            sums.add(sum);
        }
        return sums;
    }

    private List<DayCount> daily(Assignment top) {
        Subtree subtree = Subtree.below(top);
        List<String> parts = MILESTONES.stream()
                .map(milestone -> """
                        select '%1$s' as milestone, floor((extract(epoch from a.%1$s) + %2$d) / 86400) as on_day
                          from assignment a where %3$s and a.%1$s is not null""".formatted(milestone, SECONDS_AHEAD, subtree.condition()))
                .toList();
        return jdbc.sql("""
                        select on_day,
                               sum(case when milestone = 'signed_at' then 1 else 0 end) as signed,
                               sum(case when milestone = 'planned_at' then 1 else 0 end) as planned,
                               sum(case when milestone = 'held_at' then 1 else 0 end) as held,
                               sum(case when milestone = 'reported_at' then 1 else 0 end) as reported
                          from (%s) happened group by on_day order by on_day""".formatted(String.join(" union all ", parts)))
                .params(subtree.values())
                .query((row, number) -> new DayCount(
                        LocalDate.ofEpochDay(row.getLong("on_day")),
                        row.getInt("signed"),
                        row.getInt("planned"),
                        row.getInt("held"),
                        row.getInt("reported")))
                .list();
    }
}
