package org.noticecascade.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people write the days of a year's arrangement. */
class ArrangementTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01, OFF, 元旦",
                "2027年1月1日\uFF0C放假\uFF0C元旦",
                "\uFEFF2027-1-1,OFF,元旦",
                "２０２７年１月１日，ＯＦＦ，元旦",
                "２０２７－０１－０１,休,元旦",
                "2027年1月1日（星期五）、放假、元旦",
                "2027年1月1日(周五)，放假，元旦",
                "2027年1月1日【五】;off;元旦",
                "2027 年 1 月 1 日 星期五\t放假\t元旦",
                "2027\u200B年1月1日，放\u200B假，元旦\u200B",
                "2027–01–01；OFF；元旦\u3000"
            })
    void readsALine(String line) {
        ArrangementText read = ArrangementText.read(line, "2027");

        assertThat(read.problems()).isEmpty();
        assertThat(read.days())
                .containsExactly(new CalendarDay(LocalDate.of(2027, 1, 1), CalendarDay.Kind.OFF, "元旦", "2027"));
    }

    @Test
    void theNameMayHoldSeparators() {
        ArrangementText read = ArrangementText.read("2028-10-01、放假、国庆节、中秋节（连休）", "2028");

        assertThat(read.days()).extracting(CalendarDay::name).containsExactly("国庆节、中秋节（连休）");
    }

    @Test
    void leavesOutRemarksAndLinesWithNothingToSee() {
        ArrangementText read = ArrangementText.read("\uFEFF# 说明\n＃说明\n\u200B\n \u3000\n2027-01-01,OFF,元旦", "2027");

        assertThat(read.problems()).isEmpty();
        assertThat(read.lineOf(LocalDate.of(2027, 1, 1))).isEqualTo(5);
    }

    @Test
    void aDayOfTheWeekThatDoesNotFitIsAMistake() {
        ArrangementText read = ArrangementText.read("2027年1月1日（星期四），放假，元旦", "2027");

        assertThat(read.days()).isEmpty();
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.chinese()).isEqualTo("第 1 行：2027-01-01 是星期五，不是星期四。");
            assertThat(problem.english()).isEqualTo("Line 1: 2027-01-01 is a Friday, not what stands behind it.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027年1月1日（元旦）,OFF,元旦",
                "2027年2月30日,OFF,元旦",
                "1月1日、2日、放假、元旦",
                "2027-01-01,OFF",
                "2027-01-01,OFF,\u200B",
                "2027-01-01,假,元旦"
            })
    void namesWhatIsNoDay(String line) {
        ArrangementText read = ArrangementText.read(line, "2027");

        assertThat(read.days()).isEmpty();
        assertThat(read.problems()).isNotEmpty();
    }
}
