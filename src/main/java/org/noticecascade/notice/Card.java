package org.noticecascade.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the card of a task shows.
 *
 * @param caption number and title of the notice
 * @param unitName {@code null} at headquarters, and where the unit has no part yet
 * @param due the last day of the stage the unit is in; {@code null} where it has none
 */
public record Card(
        String caption,
        @Nullable String documentNumber,
        Urgency urgency,
        @Nullable String unitName,
        @Nullable LocalDate due) {

    /** The card of a unit below headquarters. */
    public static Card of(Notice notice, Assignment unit, String unitName) {
        return new Card(notice.caption(), notice.documentNumber(), notice.urgency(), unitName, unit.dueDate());
    }
}
