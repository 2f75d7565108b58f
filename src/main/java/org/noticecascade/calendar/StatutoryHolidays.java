package org.noticecascade.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The thirteen days that the 全国年节及纪念日放假办法 grants everybody, in the wording in force since 2025.
 *
 * <p>This is all that is known of a year before its arrangement is published: no moved weekends, no make-up days,
 * and no day in lieu for a holiday that falls on a weekend.
 */
final class StatutoryHolidays {
    private StatutoryHolidays() {}

    /** The statutory days of one solar year with the names of their holidays. */
    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new HashMap<>();
        add(days, LocalDate.of(year, 1, 1), 1, "元旦");
        add(days, lunar(year, 1, 1).minusDays(1), 4, "春节");
        add(days, date(SolarTerm.fromName(year, "清明").getSolarDay()), 1, "清明节");
        add(days, LocalDate.of(year, 5, 1), 2, "劳动节");
        add(days, lunar(year, 5, 5), 1, "端午节");
        add(days, LocalDate.of(year, 10, 1), 3, "国庆节");
        days.merge(lunar(year, 8, 15), "中秋节", (national, midAutumn) -> "国庆中秋");
        return Map.copyOf(days);
    }

    private static void add(Map<LocalDate, String> days, LocalDate first, int count, String name) {
        for (int i = 0; i < count; i++) {
            days.put(first.plusDays(i), name);
        }
    }

    private static LocalDate lunar(int year, int month, int day) {
        return date(LunarDay.fromYmd(year, month, day).getSolarDay());
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
