package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {

    @ParameterizedTest
    @CsvSource({"一、总体要求,1,2", "十二、其他,1,3", "(一)内容,2,3", "(十一)内容,2,4", "1.内容,3,2", "12、内容,3,3", "(3)内容,4,3"})
    void knowsFourKindsOfNumbering(String text, int depth, int end) {
        assertThat(Numbering.of(text)).isEqualTo(new Numbering(depth, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021.5起施行", "1.5亿元", "10.25日", "2026年", "一是落实责任", "(示范)", "123.内容", "1", ""})
    void takesNoOtherNumberForNumbering(String text) {
        assertThat(Numbering.of(text)).isNull();
    }

    @Test
    void runInHeadingEndsAtTheFirstFullStop() {
        ReadNotice notice = Sample.withBody("一、总则\n（一）制定计划。结合实际。分步实施。\n续段。\n（二）组织检查。分批组织。");
        assertThat(notice.sections())
                .extracting(Section::depth, Section::numbering, Section::heading, Section::content, Section::line)
                .containsExactly(
                        tuple(1, "一、", "总则", "", 4),
                        tuple(2, "（一）", "制定计划", "结合实际。分步实施。\n续段。", 5),
                        tuple(2, "（二）", "组织检查", "分批组织。", 7));
    }

    @Test
    void unnumberedClosingParagraphBelongsToNoSection() {
        ReadNotice notice = Sample.withBody("开头。\n一、总则\n（一）制定计划。结合实际。\n请各单位于10月14日前报送情况。\n特此通知。");
        assertThat(notice.sections().get(1).content()).isEqualTo("结合实际。");
        assertThat(notice.unsectioned())
                .extracting(Sourced::value)
                .containsExactly("开头。", "请各单位于10月14日前报送情况。", "特此通知。");
        assertThat(notice.requirements().get(1).sectionPath()).isEqualTo("正文结尾");
    }

    @Test
    void paragraphBelowAHeadingOfItsOwnLineIsItsContent() {
        ReadNotice notice = Sample.withBody("一、总则\n请各单位落实。\n二、分则\n请各单位报送情况。\n特此通知。");
        assertThat(notice.sections()).extracting(Section::content).containsExactly("请各单位落实。", "请各单位报送情况。");
        assertThat(notice.unsectioned()).extracting(Sourced::value).containsExactly("特此通知。");
    }

    @Test
    void joinsAParagraphBrokenInMidSentenceAndKeepsTheLineOfEachSentence() {
        ReadNotice notice = Sample.withBody("各单位要制定方案。各地要明确\n分工，落实责任。各级要加强\n检查。");
        assertThat(notice.requirements())
                .extracting(Requirement::text, Requirement::line)
                .containsExactly(tuple("各单位要制定方案。", 4), tuple("各地要明确分工，落实责任。", 4), tuple("各级要加强检查。", 5));
    }

    @Test
    void aHeadingIsNotCutWithinACharacter() {
        ReadNotice notice = Sample.withBody("一、" + "字".repeat(299) + "\uD842\uDFB7".repeat(10) + "。");
        assertThat(notice.sections())
                .singleElement()
                .satisfies(section -> assertThat(section.heading()).isEqualTo("字".repeat(299)));
    }

    @Test
    void pathNamesEveryLevel() {
        ReadNotice notice = Sample.withBody("一、总则\n（一）制定计划\n1.甲事。\n2.乙事。\n二、分则");
        assertThat(notice.requirements())
                .extracting(Requirement::sectionPath, Requirement::text)
                .containsExactly(tuple("一、（一）1.", "甲事"), tuple("一、（一）2.", "乙事"), tuple("二、", "分则"));
    }

    /** Soft line breaks of Word, and separators of Unicode. */
    @Test
    void otherLineEndsEndALine() {
        ReadNotice notice = Sample.withBody("一、开展学习\u000B二、组织检查\u2028三、报送总结");

        assertThat(notice.sections()).extracting(Section::heading).containsExactly("开展学习", "组织检查", "报送总结");
    }

    @Test
    void whatCannotBeSeenOrReadIsNamed() {
        ReadNotice notice = Sample.withBody("一、开\u200B展学习\n二、组织\uE123检查⺀");

        assertThat(notice.sections().get(0).heading()).isEqualTo("开展学习");
        assertThat(notice.remarks())
                .contains(
                        new Remark(4, "有看不见的字符(U+200B),全文共1个,已略去"),
                        new Remark(5, "有无法识别的字符“\uE123”(U+E123)、“⺀”(U+2E80),可能来自旧编码或PDF,请对照原文改正"));
    }
}
