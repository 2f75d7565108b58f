package org.noticecascade.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.noticecascade.CurrentUser;
import org.noticecascade.calendar.ArrangementEntered;
import org.noticecascade.calendar.ArrangementFollower;
import org.noticecascade.calendar.WorkingDays;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Enters the arrangement of a year into the ledger: the days that are of another kind now, as they were and are. */
@Component
class ArrangementRecord implements ArrangementFollower {
    /** An arrangement may name days from here on in the December before its year. */
    private static final int DECEMBER_FROM = 20;

    private final Ledger ledger;
    private final CurrentUser user;

    ArrangementRecord(Ledger ledger, CurrentUser user) {
        this.ledger = ledger;
        this.user = user;
    }

    @Override
    public int follow(ArrangementEntered entered) {
        int year = entered.year();
        List<LocalDate> changed = LocalDate.of(year - 1, 12, DECEMBER_FROM)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> entered.before().kindOf(day) != entered.after().kindOf(day))
                .toList();
        ledger.onAdministration(
                user.id(),
                Act.CALENDAR_ENTERED,
                "year=" + year,
                days(entered.before(), changed),
                (entered.documentNumber() + " " + days(entered.after(), changed)).strip());
        return 0;
    }

    private static String days(WorkingDays calendar, List<LocalDate> changed) {
        return changed.stream().map(day -> day + "=" + calendar.kindOf(day)).collect(Collectors.joining(", "));
    }
}
