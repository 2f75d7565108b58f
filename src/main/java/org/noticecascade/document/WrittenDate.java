package org.noticecascade.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as it stands in a folded text: 2021年10月15日, 二〇二一年九月十九日, 10月14日, 今年10月底, 2021年底.
 *
 * @param year null where none is written
 * @param yearsAhead 0 for 今年, 1 for 明年; null where neither is written
 * @param day 0 for the last day of the month
 */
record WrittenDate(
        int start,
        int end,
        @Nullable Integer year,
        @Nullable Integer yearsAhead,
        int month,
        int day) {

    /** The date that begins exactly at {@code start}; null where there is none. */
    static @Nullable WrittenDate at(String folded, int start) {
        Integer year = null;
        Integer ahead = yearsAhead(folded, start);
        int pos = ahead == null ? start : start + 2;
        int yearEnd = after(folded, start, '年');
        if (ahead == null && yearEnd >= 0) {
            int numberEnd = Numerals.end(folded, start);
            if (numberEnd - start != 4) {
                return null;
            }
            year = Numerals.value(folded.substring(start, numberEnd));
            pos = yearEnd;
        }
        pos = blanks(folded, pos);
        if ((year != null || ahead != null) && isEndWord(folded, pos)) {
            return new WrittenDate(start, pos + 1, year, ahead, 12, 31);
        }
        return monthAndDay(folded, start, pos, year, ahead);
    }

    private static @Nullable WrittenDate monthAndDay(
            String folded, int start, int monthStart, @Nullable Integer year, @Nullable Integer ahead) {
        int monthEnd = after(folded, monthStart, '月');
        if (monthEnd < 0) {
            return null;
        }
        int month = Numerals.value(folded.substring(monthStart, Numerals.end(folded, monthStart)));
        int dayStart = blanks(folded, monthEnd);
        if (isEndWord(folded, dayStart)) {
            return new WrittenDate(start, dayStart + 1, year, ahead, month, 0);
        }
        int dayEnd = Math.max(after(folded, dayStart, '日'), after(folded, dayStart, '号'));
        if (dayEnd < 0) {
            return null;
        }
        int day = Numerals.value(folded.substring(dayStart, Numerals.end(folded, dayStart)));
        return new WrittenDate(start, dayEnd, year, ahead, month, day);
    }

    /** The day meant, in the given year; null where there is no such day, or none that a draft takes. */
    @Nullable
    LocalDate in(int inYear) {
        if (!isPlausible(inYear)) {
            return null;
        }
        try {
            return day == 0 ? YearMonth.of(inYear, month).atEndOfMonth() : LocalDate.of(inYear, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether calendar and databases can count with the year; a slip of the pen is no date. */
    static boolean isPlausible(int year) {
        return year >= 2000 && year < 2100;
    }

    /** The end of a number and the unit behind it, or -1. */
    private static int after(String folded, int from, char unit) {
        int numberEnd = Numerals.end(folded, from);
        if (numberEnd == from) {
            return -1;
        }
        int pos = blanks(folded, numberEnd);
        return pos < folded.length() && folded.charAt(pos) == unit ? pos + 1 : -1;
    }

    private static boolean isEndWord(String folded, int pos) {
        return pos < folded.length() && (folded.charAt(pos) == '底' || folded.charAt(pos) == '末');
    }

    private static @Nullable Integer yearsAhead(String folded, int start) {
        if (folded.startsWith("今年", start) || folded.startsWith("本年", start) || folded.startsWith("当年", start)) {
            return 0;
        }
        return folded.startsWith("明年", start) ? 1 : null;
    }

    private static int blanks(String folded, int from) {
        int pos = from;
        while (pos < folded.length() && pos - from < 3 && folded.charAt(pos) == ' ') {
            pos++;
        }
        return pos;
    }
}
