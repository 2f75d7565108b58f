package org.noticecascade;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as people write it, with its weekday: {@code 2026年12月1日（星期二）}. */
public final class SpokenDay {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("y年M月d日（EEEE）", Locale.CHINA);

    private SpokenDay() {}

    public static String of(LocalDate day) {
        return CHINESE.format(day);
    }
}
