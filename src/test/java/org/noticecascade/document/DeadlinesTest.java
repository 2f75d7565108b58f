package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.document.Deadline.Kind;

/** The sample notice is issued on 2026-09-19. */
class DeadlinesTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "请于2026年10月15日前报送。|于2026年10月15日前|ONCE|2026-10-15",
                "请于２０２６年１０月１５日前报送。|于２０２６年１０月１５日前|ONCE|2026-10-15",
                "请于 2026 年 10 月 15 日之前报送。|2026 年 10 月 15 日之前|ONCE|2026-10-15",
                "请在二〇二六年十月十五日前报送。|在二〇二六年十月十五日前|ONCE|2026-10-15",
                "请于2026年10月15日（星期四）17:00前报送。|于2026年10月15日（星期四）17:00前|ONCE|2026-10-15",
                "请于2026年12⽉10⽇前报送。|于2026年12⽉10⽇前|ONCE|2026-12-10",
                "请于2026年12⺝10⺜前报送。|于2026年12⺝10⺜前|ONCE|2026-12-10",
                "请于 2 0 2 6 年 1 2 月 1 0 日前报送。|2 0 2 6 年 1 2 月 1 0 日前|ONCE|2026-12-10",
                "请于二O二六年十二月十日前报送。|于二O二六年十二月十日前|ONCE|2026-12-10",
                "请于二0二六年十二月十日前报送。|于二0二六年十二月十日前|ONCE|2026-12-10",
                "请于二Ｏ二六年十二月十日前报送。|于二Ｏ二六年十二月十日前|ONCE|2026-12-10",
                "请于十月廿一日前报送。|于十月廿一日前|YEAR_ASSUMED|2026-10-21",
                "请于十月卅日前报送。|于十月卅日前|YEAR_ASSUMED|2026-10-30",
                "请于十月卅一日前报送。|于十月卅一日前|YEAR_ASSUMED|2026-10-31",
                "请于2026年\u00AD12月10日前报送。|于2026年12月10日前|ONCE|2026-12-10",
                "请于10月\u200B14日前报送。|于10月14日前|YEAR_ASSUMED|2026-10-14",
                "5 1月10日前报送。|1月10日前|YEAR_ASSUMED|2027-01-10",
                "请于2026年10月底前报送。|于2026年10月底前|ONCE|2026-10-31",
                "请于2027年2月底前报送。|于2027年2月底前|ONCE|2027-02-28",
                "请于2026年底前报送。|于2026年底前|ONCE|2026-12-31",
                "报送截止时间为2026年10月15日。|截止时间为2026年10月15日|ONCE|2026-10-15",
                "最迟2026年10月15日报送。|最迟2026年10月15日|ONCE|2026-10-15",
                "不迟于2026年10月15日报送。|不迟于2026年10月15日|ONCE|2026-10-15",
                "2026年10月15日截止报送。|2026年10月15日截止|ONCE|2026-10-15",
                "请于2026年2月30日前报送。|于2026年2月30日前|ONCE|-",
                "10月14日前报送。|10月14日前|YEAR_ASSUMED|2026-10-14",
                "请于9月19日前报送。|于9月19日前|YEAR_ASSUMED|2026-09-19",
                "请于1月10日前报送。|于1月10日前|YEAR_ASSUMED|2027-01-10",
                "请于今年10月底前报送。|于今年10月底前|YEAR_ASSUMED|2026-10-31",
                "请于明年3月1日前报送。|于明年3月1日前|YEAR_ASSUMED|2027-03-01",
                "请于年底前报送。|-|-|-",
                "请每月21日前报送。|每月21日前|MONTHLY|-",
                "请于每月底前报送。|于每月底前|MONTHLY|-",
                "请每季度首月10日前报送。|每季度首月10日前|RECURRING|-",
                "请每年12月15日前报送。|每年12月15日前|RECURRING|-",
                "请自印发之日起10个工作日内报送。|自印发之日起10个工作日内|RELATIVE|-",
                "请三十日内报送。|三十日内|RELATIVE|-"
            },
            delimiter = '|',
            nullValues = "-")
    void readsTheTimeLimit(String sentence, String phrase, Kind kind, LocalDate date) {
        ReadNotice notice = Sample.withBody(sentence);
        if (phrase == null) {
            assertThat(notice.deadlines()).isEmpty();
        } else {
            assertThat(notice.deadlines()).containsExactly(new Deadline(phrase, kind, date, 4));
            assertThat(notice.requirements().get(0).deadlinePhrase()).isEqualTo(phrase);
            assertThat(notice.requirements().get(0).dueDate()).isEqualTo(date);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年9月16日，会议召开。",
                "请于2026年10月15日前来报到。",
                "2026年10月15日前后另行通知。",
                "活动时间为2026年10月1日至10月15日。",
                "此前已印发。",
                "目前占比为12月份的3日均值。",
                "请及时报送。"
            })
    void takesNoOtherDateForATimeLimit(String sentence) {
        assertThat(Sample.withBody(sentence).deadlines()).isEmpty();
    }

    @Test
    void readsSeveralInOneSentenceAndSaysWhichItTook() {
        ReadNotice notice = Sample.withBody("请于2026年10月15日前报送名单，2026年11月15日前报送总结。");
        assertThat(notice.deadlines()).hasSize(2);
        assertThat(notice.requirements().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("此句写有2个时限"));
    }

    @Test
    void flagsAnAssumedYearAndADateBeforeTheIssueDate() {
        assertThat(Sample.remarks(Sample.withBody("请于1月10日前报送。"))).contains("时限“于1月10日前”没有写明年份,按成文日期推定为2027年,请核对");
        assertThat(Sample.remarks(Sample.withBody("请于2025年1月10日前报送。"))).contains("时限“于2025年1月10日前”早于成文日期,请核对");
    }

    @Test
    void assumesNoYearWithoutAnIssueDate() {
        ReadNotice notice = Sample.read(Sample.TITLE, Sample.ADDRESSEES, "请于10月14日前报送。");
        assertThat(notice.deadlines()).containsExactly(new Deadline("于10月14日前", Kind.YEAR_ASSUMED, null, 3));
    }

    @Test
    void namesTheLineOfATimeLimitInABrokenSentence() {
        ReadNotice notice = Sample.withBody("各单位要把学习安排和落实情况的书面材料\n于2026年10月15日前报送。");
        assertThat(notice.deadlines())
                .containsExactly(new Deadline("于2026年10月15日前", Kind.ONCE, LocalDate.of(2026, 10, 15), 5));
        assertThat(notice.requirements().get(0).line()).isEqualTo(4);
    }

    /** Neither the calendar nor a draft takes them. */
    @ParameterizedTest
    @ValueSource(strings = {"0001", "1999", "2100", "9999"})
    void proposesNoDayOfAnotherCentury(String year) {
        ReadNotice notice = Sample.withBody("请于%s年10月15日前报送。".formatted(year));
        assertThat(notice.deadlines())
                .singleElement()
                .satisfies(found -> assertThat(found.date()).isNull());
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("不是有效日期"));
        ReadNotice signed = Sample.withEnd("示范监管总局\n%s年9月19日".formatted(year));
        assertThat(signed.issueDate()).isNull();
        ReadNotice labelled = Sample.withHead("成文日期：%s-09-19\n%s".formatted(year, Sample.TITLE));
        assertThat(labelled.issueDate().value().getYear()).isEqualTo(2026);
    }
}
