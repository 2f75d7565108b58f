package org.noticecascade.cockpit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.cockpit.Contacts;
import org.noticecascade.cockpit.Contacts.Contact;
import org.noticecascade.cockpit.Tallies;
import org.noticecascade.cockpit.Tally;
import org.noticecascade.cockpit.UnitRow;
import org.noticecascade.cockpit.web.RowView.Turn;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Stage;
import org.springframework.stereotype.Component;

/** Adds working days, counts below and whom to call to a page of lines, each in one go for the whole page. */
@Component
class RowViews {
    private final Tallies tallies;
    private final Contacts contacts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RowViews(Tallies tallies, Contacts contacts, WorkingCalendar calendar, Clock clock) {
        this.tallies = tallies;
        this.contacts = contacts;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<RowView> of(long noticeId, Collection<UnitRow> rows) {
        Map<String, Tally> below = tallies.belowEach(noticeId, rows);
        Map<String, List<Contact>> people = contacts.of(
                rows.stream().map(RowViews::whoseTurn).filter(Objects::nonNull).collect(Collectors.toSet()),
                Role.STAFF);
        WorkingDays days = calendar.days();
        LocalDate today = LocalDate.now(clock);
        Map<LocalDate, Integer> left = new HashMap<>();
        return rows.stream()
                .map(row -> {
                    LocalDate due = row.dueDate();
                    return new RowView(
                            row,
                            due == null ? null : left.computeIfAbsent(due, day -> days.between(today, day)),
                            due != null && days.isProvisional(due),
                            turnOf(row.stage()),
                            people.getOrDefault(String.valueOf(whoseTurn(row)), List.of()),
                            below.get(row.unitCode()));
                })
                .toList();
    }

    static @Nullable Turn turnOf(Stage stage) {
        return switch (stage) {
            case RECEIPT, PLAN, STUDY, REPORT -> Turn.UNIT;
            case REVIEW -> Turn.SUPERIOR;
            case WAITING -> Turn.BELOW;
            case DELIVERED, MISSED, WAIVED -> null;
        };
    }

    private static @Nullable String whoseTurn(UnitRow row) {
        Turn turn = turnOf(row.stage());
        if (turn == Turn.SUPERIOR) {
            return row.superiorCode();
        }
        return turn == Turn.UNIT ? row.unitCode() : null;
    }
}
