package org.noticecascade.cockpit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.cockpit.Contacts.Contact;
import org.noticecascade.cockpit.Tally;
import org.noticecascade.cockpit.UnitRow;

/**
 * One line of the board with what is calculated for it.
 *
 * @param workingDaysLeft to the due date: 0 on the day, negative when late; {@code null} without a due date
 * @param provisional the due date's year has no published arrangement of holidays yet
 * @param turn whose turn it is; {@code null} once finished
 * @param contacts staff of whoever's turn it is
 * @param below counts over its subtree, itself not included; {@code null} where nobody is below
 */
record RowView(
        UnitRow unit,
        @Nullable Integer workingDaysLeft,
        boolean provisional,
        @Nullable Turn turn,
        List<Contact> contacts,
        @Nullable Tally below) {

    /** Who has to act next. */
    enum Turn {
        UNIT,
        SUPERIOR,
        /** Units below: this one waits for them. */
        BELOW
    }
}
