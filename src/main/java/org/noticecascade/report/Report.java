package org.noticecascade.report;

import org.jspecify.annotations.Nullable;

/**
 * One version of a report; the figures are prefilled from the roll-up, so that nobody is asked twice.
 *
 * @param content at most 20,000 characters
 * @param unitsTotal units below the reporting one
 * @param gapsDeclared in the national report: why units are missing and what happens with them
 */
public record Report(
        @Nullable String content,
        @Nullable String problems,
        @Nullable Integer unitsTotal,
        @Nullable Integer unitsReported,
        @Nullable Integer sessionsHeld,
        @Nullable Integer participants,
        @Nullable String gapsDeclared) {}
