package org.noticecascade.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.calendar.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The invented notice of the demo as if it had been written today: the same text, with a free document number and due
 * dates that count from now.
 */
@Component
@Profile("demo")
class DemoNotice {
    private static final String WRITTEN_NUMBER = "国市监示范〔2026〕8号";
    private static final String NUMBER = "国市监示范〔%d〕%d号";
    private static final Pattern SERIAL = Pattern.compile("〕(\\d{1,6})号");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");
    private static final DateTimeFormatter DAY_WITHOUT_YEAR = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("y年M月");

    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoNotice(WorkingCalendar calendar, JdbcClient jdbc, Clock clock) {
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The text, UTF-8 when sent. */
    String writtenToday() throws IOException {
        String text = new ClassPathResource("demo/demo-notice.txt").getContentAsString(StandardCharsets.UTF_8);
        for (Map.Entry<String, String> change : changes(LocalDate.now(clock)).entrySet()) {
            if (!text.contains(change.getKey())) {
                throw new IllegalStateException(
                        "demo-notice.txt no longer says %s; change DemoNotice with it".formatted(change.getKey()));
            }
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }

    private Map<String, String> changes(LocalDate today) {
        WorkingDays days = calendar.days();
        LocalDate report = days.plus(today, 26);
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(WRITTEN_NUMBER, NUMBER.formatted(today.getYear(), nextSerial(today.getYear())));
        changes.put("2026年11月至12月", "%s至%s".formatted(MONTH.format(today), MONTH.format(report)));
        changes.put("2026年11月20日", DAY.format(days.plus(today, 8)));
        changes.put("2026年12月18日", DAY.format(days.plus(today, 18)));
        changes.put("2026年12月31日", DAY.format(report));
        changes.put("1月15日", DAY_WITHOUT_YEAR.format(days.plus(today, 34)));
        changes.put("2026年11月6日", DAY.format(today));
        return changes;
    }

    private int nextSerial(int year) {
        return jdbc
                        .sql("select document_number from notice where document_number like :numbers")
                        .param("numbers", "国市监示范〔%d〕%%号".formatted(year))
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(number -> SERIAL.matcher(number).results())
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .max()
                        .orElse(0)
                + 1;
    }
}
