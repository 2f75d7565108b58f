package org.noticecascade.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.noticecascade.SpokenDay;
import org.noticecascade.directory.Person;

/** A day as the reader of a mail reads it: {@code 2026年12月1日（星期二）} or {@code Tuesday, 1 December 2026}. */
public final class DayLabel {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE, d MMMM y", Locale.ENGLISH);

    private static final DateTimeFormatter PROVISIONAL = DateTimeFormatter.ofPattern("y年M月d日（EEEE，暂定）", Locale.CHINA);

    private DayLabel() {}

    public static String of(LocalDate day, Person reader) {
        return Language.of(reader) == Language.EN ? ENGLISH.format(day) : SpokenDay.of(day);
    }

    /** The same of a day that may still move, because its year has no arrangement yet. */
    public static String provisional(LocalDate day, Person reader) {
        return Language.of(reader) == Language.EN ? of(day, reader) + " (provisional)" : PROVISIONAL.format(day);
    }
}
