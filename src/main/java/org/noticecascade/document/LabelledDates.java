package org.noticecascade.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates behind a label of a web page: 2021年9月19日 or 2021-09-19, 2021.9.19, 2021/9/19. */
final class LabelledDates {
    private LabelledDates() {}

    static @Nullable LocalDate at(String key, int start) {
        if (start >= key.length()) {
            return null;
        }
        WrittenDate written = WrittenDate.at(key, start);
        if (written != null && written.year() != null && written.day() > 0) {
            return written.in(written.year());
        }
        int yearEnd = Numerals.end(key, start);
        int monthEnd = partEnd(key, yearEnd);
        int dayEnd = partEnd(key, monthEnd);
        if (yearEnd - start != 4 || dayEnd <= monthEnd || monthEnd <= yearEnd) {
            return null;
        }
        int year = Numerals.value(key.substring(start, yearEnd));
        if (!WrittenDate.isPlausible(year)) {
            return null;
        }
        try {
            return LocalDate.of(
                    year,
                    Numerals.value(key.substring(yearEnd + 1, monthEnd)),
                    Numerals.value(key.substring(monthEnd + 1, dayEnd)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int partEnd(String key, int separator) {
        boolean parted = separator < key.length() && "-./".indexOf(key.charAt(separator)) >= 0;
        return parted ? Numerals.end(key, separator + 1) : separator;
    }
}
