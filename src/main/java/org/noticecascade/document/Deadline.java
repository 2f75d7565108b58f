package org.noticecascade.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time limit written in the text.
 *
 * @param phrase as written, for example 于2021年10月15日前
 * @param date the last day; null where the phrase names no single day, or no day that exists
 * @param line 1-based physical line
 */
public record Deadline(String phrase, Kind kind, @Nullable LocalDate date, int line) {

    /** How much of the date is written. */
    public enum Kind {
        /** Year, month and day are written. */
        ONCE,
        /** The year is not written: the first such day on or after the issue date is proposed. */
        YEAR_ASSUMED,
        /** 每月21日前: every month, no single date. */
        MONTHLY,
        /** 每季度, 每周, 每年: another rhythm, no single date. */
        RECURRING,
        /** 10个工作日内: counted from an event, no date. */
        RELATIVE
    }
}
