package org.noticecascade.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a province's plan; everything may be missing while it is a draft.
 *
 * @param measures at most 20,000 characters
 * @param responsible who answers for it
 */
public record Plan(
        @Nullable String measures,
        @Nullable String responsible,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
