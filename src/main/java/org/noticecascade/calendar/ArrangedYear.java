package org.noticecascade.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year as it is in force.
 *
 * @param provisional its arrangement is not published yet: weekends and statutory holidays only
 * @param documentNumber of the arrangement; {@code null} while there is none
 * @param months January to December
 */
public record ArrangedYear(
        int year, boolean provisional, @Nullable String documentNumber, List<ArrangementPreview.Month> months) {}
