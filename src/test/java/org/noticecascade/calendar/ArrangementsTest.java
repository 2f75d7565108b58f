package org.noticecascade.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class ArrangementsTest {
    private static final int YEAR = 2027;
    private static final LocalDate SUMMER = LocalDate.of(YEAR, 6, 1);

    @Autowired
    private CalendarDays stored;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private TransactionTemplate transaction;

    /** Once in force without the dates that follow from it, nobody could tell any more how many days they were to keep. */
    @Test
    void isNotInForceWhereADateCouldNotFollow() {
        var followers = new StaticListableBeanFactory();
        followers.addBean("follower", (ArrangementFollower) entered -> {
            assertThat(entered.before().isProvisional(SUMMER)).isTrue();
            assertThat(entered.after().isProvisional(SUMMER)).isFalse();
            throw new IllegalStateException("the database is gone");
        });
        var arrangements =
                new Arrangements(stored, calendar, transaction, followers.getBeanProvider(ArrangementFollower.class));

        assertThatThrownBy(() -> arrangements.enter(YEAR, "国办发明电〔2026〕9号", invented()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database is gone");

        assertThat(stored.completeYears()).doesNotContain(YEAR);
        assertThat(calendar.days().isProvisional(SUMMER)).isTrue();
    }

    /** All statutory days, a longer Spring Festival, two make-up days. */
    private static String invented() {
        Map<String, Integer> off = Map.of(
                "2027-01-01,元旦",
                3,
                "2027-02-05,春节",
                8,
                "2027-04-03,清明节",
                3,
                "2027-05-01,劳动节",
                5,
                "2027-06-09,端午节",
                1,
                "2027-09-15,中秋节",
                1,
                "2027-10-01,国庆节",
                7);
        return off.entrySet().stream()
                        .map(Map.Entry::getKey)
                        .sorted()
                        .flatMap(first -> IntStream.range(0, off.get(first))
                                .mapToObj(day -> "%s,OFF,%s\n"
                                        .formatted(
                                                LocalDate.parse(first.substring(0, 10))
                                                        .plusDays(day),
                                                first.substring(11))))
                        .collect(Collectors.joining())
                + "2027-05-08,WORK,劳动节\n2027-10-10,WORK,国庆节\n";
    }
}
