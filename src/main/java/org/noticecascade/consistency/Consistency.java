package org.noticecascade.consistency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks for differences, a page of assignments at a time, and changes nothing.
 *
 * <p>People go on working meanwhile: what was seen is read once more at the end, and only what is still the same is
 * reported.
 */
@Repository
public class Consistency {
    /** Assignments per statement. */
    private static final int PAGE_SIZE = 10_000;

    /** So many differences of one kind say enough; the rest shows after their repair. */
    static final int MOST = 1_000;

    /** A mail that has been held for so long after its time is not coming back by itself. */
    private static final Duration MAIL_PATIENCE = Duration.ofHours(1);

    private static final List<Rule> RULES = Stream.of(
                    StageRules.ALL, InstanceRules.ALL, RecordRules.ALL, AroundRules.ALL, AccountRules.ALL)
            .flatMap(List::stream)
            .toList();

    private final JdbcClient jdbc;
    private final Clock clock;

    Consistency(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Span(long after, long last) {}

    private record Seen(Rule rule, Span span, Difference difference) {}

    /** All differences, by kind and notice; at most {@value #MOST} of a rule. */
    public List<Difference> check(CheckProgress progress) {
        List<Span> pages = pages();
        int steps =
                RULES.stream().mapToInt(rule -> rule.paged() ? pages.size() : 1).sum();
        List<Seen> seen = new ArrayList<>();
        int done = 0;
        for (Rule rule : RULES) {
            int found = 0;
            for (Span span : rule.paged() ? pages : List.of(new Span(0, Long.MAX_VALUE))) {
                if (found < MOST) {
                    List<Difference> here = run(rule, span);
                    here.forEach(difference -> seen.add(new Seen(rule, span, difference)));
                    found += here.size();
                }
                progress.at(++done * 99 / Math.max(1, steps));
            }
        }
        List<Difference> lasting = stillThere(seen);
        progress.at(100);
        return lasting;
    }

    /** The same difference read anew, with what is found and expected now; empty if it is gone. */
    public Optional<Difference> again(Difference difference) {
        Long assignment = difference.assignmentId();
        Span span = assignment == null ? new Span(0, Long.MAX_VALUE) : new Span(assignment - 1, assignment);
        return RULES.stream()
                .filter(rule -> rule.kind() == difference.kind())
                .flatMap(rule -> run(rule, rule.paged() ? span : new Span(0, Long.MAX_VALUE)).stream())
                .filter(now -> now.subject().equals(difference.subject()))
                .findFirst();
    }

    private List<Difference> stillThere(List<Seen> seen) {
        Set<Seen> lasting = new LinkedHashSet<>();
        Set<List<Object>> read = new LinkedHashSet<>();
        seen.forEach(each -> read.add(List.of(each.rule(), each.span())));
        for (List<Object> each : read) {
            Rule rule = (Rule) each.get(0);
            Span span = (Span) each.get(1);
            run(rule, span).forEach(now -> lasting.add(new Seen(rule, span, now)));
        }
        return seen.stream().filter(lasting::contains).map(Seen::difference).toList();
    }

    private List<Span> pages() {
        List<Span> pages = new ArrayList<>();
        long after = 0;
        Optional<Long> last = lastOfPage(after);
        while (last.isPresent()) {
            pages.add(new Span(after, last.get()));
            after = last.get();
            last = lastOfPage(after);
        }
        return pages;
    }

    private Optional<Long> lastOfPage(long after) {
        return jdbc.sql("select max(id) from (select id from assignment where id > :after order by id limit :size) p")
                .param("after", after)
                .param("size", PAGE_SIZE)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    private List<Difference> run(Rule rule, Span span) {
        return jdbc.sql("""
                        select r.*, n.document_number, u.name from (%s) r
                          left join notice n on n.id = r.notice_id left join unit u on u.code = r.unit_code
                         order by r.notice_id, r.unit_code, r.subject limit %d""".formatted(rule.sql(), MOST))
                .param("after", span.after())
                .param("last", span.last())
                .param("stale", OffsetDateTime.now(clock).minus(MAIL_PATIENCE))
                .query((row, number) -> difference(rule.kind(), row))
                .list();
    }

    private static Difference difference(Kind kind, ResultSet row) throws SQLException {
        return new Difference(
                kind,
                row.getString("subject"),
                row.getObject("notice_id", Long.class),
                row.getString("document_number"),
                row.getObject("assignment_id", Long.class),
                row.getString("unit_code"),
                row.getString("name"),
                text(row.getString("found")),
                text(row.getString("expected")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "-" : value;
    }
}
