package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.MailItem.Light;

class LettersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    static final Person CHINESE = person("zh");
    static final Person ENGLISH = person("en");

    static Person person(String language) {
        return new Person("u1", "440000", "演示经办", "u1@example.org", null, language, Set.of(), true);
    }

    @Test
    void putsWhatTheReaderHasToDecideOnFirst() {
        MailItem late = SaidByTest.item(-9, Light.RED);

        Letter letter = Letters.digest(CHINESE, DAY, List.of(late, SaidByTest.toHandle(-3)));

        assertThat(letter.template()).isEqualTo("escalation");
        assertThat(letter.subject()).isEqualTo("【通知督办】2 项待办，2 项已逾期，1 项请您督办");
        assertThat(letter.model()).containsEntry("toHandle", 1).containsEntry("more", 0);
        assertThat(letter.model().get("handling").toString())
                .contains("toHandle=true")
                .doesNotContain("toHandle=false");
        assertThat(letter.model().get("groups").toString())
                .contains("toHandle=false")
                .doesNotContain("toHandle=true");
    }

    @Test
    void subjectSaysHowManyAndTheWorstLight() {
        MailItem red = SaidByTest.item(-2, Light.RED);
        MailItem yellow = SaidByTest.item(1, Light.YELLOW);
        MailItem green = SaidByTest.item(9, Light.GREEN);

        assertThat(subject(CHINESE, green, red, yellow)).isEqualTo("【通知督办】3 项待办，1 项已逾期");
        assertThat(subject(ENGLISH, green, red, yellow)).isEqualTo("[Notice follow-up] 3 items, 1 overdue");
        assertThat(subject(CHINESE, green, yellow)).isEqualTo("【通知督办】2 项待办，1 项即将到期");
        assertThat(subject(ENGLISH, green)).isEqualTo("[Notice follow-up] 1 item, all on track");
    }

    @Test
    void groupsByNoticeMostPressingFirst() {
        MailItem late = of("2号", "甲", -5);
        Letter letter =
                Letters.digest(CHINESE, DAY, List.of(of("1号", "丙", 4), of("1号", "乙", -1), of("2号", "丁", 7), late));

        assertThat(groups(letter)).extracting(Letters.NoticeGroup::number).containsExactly("2号", "1号");
        assertThat(groups(letter).get(1).items())
                .extracting(MailItem::workingDaysLeft)
                .containsExactly(-1, 4);
    }

    @Test
    void listsFiftyItemsAndCountsTheRest() {
        Letter letter = Letters.digest(CHINESE, DAY, Collections.nCopies(53, of("1号", "甲", 1)));

        assertThat(groups(letter).get(0).items()).hasSize(50);
        assertThat(letter.model()).containsEntry("more", 3).containsEntry("count", 53);
    }

    @Test
    void writesNoEmptyDigest() {
        assertThatThrownBy(() -> Letters.digest(CHINESE, DAY, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesDaysWithTheirWeekday() {
        assertThat(DayLabel.of(DAY, CHINESE)).isEqualTo("2026年12月1日（星期二）");
        assertThat(DayLabel.of(DAY, ENGLISH)).isEqualTo("Tuesday, 1 December 2026");
        assertThat(DayLabel.provisional(DAY, CHINESE)).isEqualTo("2026年12月1日（星期二，暂定）");
        assertThat(DayLabel.provisional(DAY, ENGLISH)).isEqualTo("Tuesday, 1 December 2026 (provisional)");
    }

    private static String subject(Person reader, MailItem... items) {
        return Letters.digest(reader, DAY, List.of(items)).subject();
    }

    private static MailItem of(String notice, String unit, int left) {
        return new MailItem(notice, "标题", unit, "签收", "", left, left < 0 ? Light.RED : Light.GREEN, "");
    }

    @SuppressWarnings("unchecked")
    private static List<Letters.NoticeGroup> groups(Letter letter) {
        return (List<Letters.NoticeGroup>) letter.model().get("groups");
    }
}
