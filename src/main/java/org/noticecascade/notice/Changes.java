package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;

/**
 * What a person changes in a draft; {@code null} leaves a field as it is.
 *
 * @param addresseeCodes units directly below headquarters
 * @param dues all due dates, replacing those before
 */
public record Changes(
        @Nullable String documentNumber,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String addressees,
        @Nullable LocalDate issueDate,
        @Nullable String contact,
        @Nullable Urgency urgency,
        @Nullable Level downTo,
        @Nullable List<RequirementChange> requirements,
        @Nullable List<String> addresseeCodes,
        @Nullable List<Due> dues) {

    /**
     * A ticked or unticked requirement, with its date if it has one.
     *
     * @param content the words of one that the person adds at a free position; blank takes it away again. What was read
     *     keeps its own words.
     */
    public record RequirementChange(
            int position,
            boolean selected,
            @Nullable LocalDate dueDate,
            @Nullable String content) {}
}
