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
        WrittenNumber number = WrittenNumber.before(folded, start, "年");
        if (ahead == null && number != null) {
            if (number.digits() != 4) {
                return null;
            }
            year = number.value();
            pos = number.end();
        }
        pos = blanks(folded, pos);
        if ((year != null || ahead != null) && isEndWord(folded, pos)) {
            return new WrittenDate(start, pos + 1, year, ahead, 12, 31);
        }
        return monthAndDay(folded, start, pos, year, ahead);
    }

    private static @Nullable WrittenDate monthAndDay(
            String folded, int start, int monthStart, @Nullable Integer year, @Nullable Integer ahead) {
        WrittenNumber month = WrittenNumber.before(folded, monthStart, "月");
        if (month == null) {
            return null;
        }
        int dayStart = blanks(folded, month.end());
        if (isEndWord(folded, dayStart)) {
            return new WrittenDate(start, dayStart + 1, year, ahead, month.value(), 0);
        }
        WrittenNumber day = WrittenNumber.before(folded, dayStart, "日号");
        return day == null ? null : new WrittenDate(start, day.end(), year, ahead, month.value(), day.value());
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

    /**
     * A number with its unit behind it.
     *
     * @param digits how many characters it is written with, blanks left out
     * @param end behind the unit
     */
    private record WrittenNumber(int value, int digits, int end) {

        static @Nullable WrittenNumber before(String folded, int from, String units) {
            WrittenNumber together = before(folded, from, Numerals.end(folded, from), units);
            if (together != null) {
                return together;
            }
            WrittenNumber apart = before(folded, from, Numerals.endApart(folded, from), units);
            return apart != null && (apart.digits() == 4 || apart.value() <= 31) ? apart : null;
        }

        private static @Nullable WrittenNumber before(String folded, int from, int numberEnd, String units) {
            int pos = blanks(folded, numberEnd);
            if (numberEnd == from || pos >= folded.length() || units.indexOf(folded.charAt(pos)) < 0) {
                return null;
            }
            String written = folded.substring(from, numberEnd).replace(" ", "");
            return new WrittenNumber(Numerals.value(written), written.length(), pos + 1);
        }
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
