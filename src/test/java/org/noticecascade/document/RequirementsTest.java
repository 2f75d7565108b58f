package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {

    @ParameterizedTest
    @ValueSource(strings = {"这项重要工作的主要要素和要求需要说明", "必要时可以简要说明，纪要另发", "应用相应的应急预案，适应新形势", "无须申请，不必请示，须知见附件"})
    void longerWordsAreNoDemand(String sentence) {
        assertThat(Words.demand(sentence)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"各地要加强领导,要", "要求真务实,要", "要因地制宜,要", "应当报送,应", "应对情况进行核查,应", "须按时完成,须", "请落实,请", "不得拖延,不得"})
    void findsTheWordOfDemand(String sentence, String word) {
        assertThat(Words.demand(sentence)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"举办报告会,-", "请举办报告会并报告情况,报告", "向党委汇报,-", "请报送总局,报送", "形成报告制度,-"},
            nullValues = "-")
    void lectureAndBriefingAreNoReport(String sentence, String word) {
        assertThat(Words.reporting(sentence)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"各级部门要落实责任。", "各单位应当自查。", "请各省级局认真组织。", "有关情况请反馈总局。", "名单须于2026年10月14日前定稿。"})
    void listsSentencesThatAsk(String sentence) {
        Requirement requirement = Sample.withBody(sentence).requirements().get(0);
        assertThat(requirement.text()).isEqualTo(sentence);
        assertThat(requirement.selected()).isTrue();
        assertThat(requirement.why()).startsWith("句子");
    }

    @ParameterizedTest
    @ValueSource(strings = {"各地已取得重要进展。", "各项工作要继续。", "我们要充分认识。", "要向党委汇报并举办报告会。"})
    void showsParagraphsThatMatchedNothing(String sentence) {
        ReadNotice notice = Sample.withBody(sentence);
        assertThat(notice.requirements()).isEmpty();
        assertThat(notice.remarks())
                .filteredOn(remark -> Integer.valueOf(4).equals(remark.line()))
                .extracting(Remark::text)
                .containsExactly("此段未识别出要求,请人工核对:“" + sentence + "”");
    }

    @Test
    void headingThatStatesSomethingStartsUnticked() {
        ReadNotice notice = Sample.withBody("一、开展检查\n（一）检查是基础。内容。\n（二）做到实事求是。内容。\n二、充分认识重大意义\n（一）认识新形势。内容。");
        assertThat(notice.requirements()).extracting(Requirement::selected).containsExactly(false, true, false);
        assertThat(notice.requirements().get(0).why()).contains("陈述句");
        assertThat(notice.requirements().get(2).why()).contains("意义");
    }

    @Test
    void aSentenceThatIsTheHeadingIsListedOnce() {
        ReadNotice notice = Sample.withBody("一、时间要求\n1.各单位要于2026年10月14日前报送名单。");
        assertThat(notice.requirements()).singleElement().satisfies(requirement -> {
            assertThat(requirement.deadlinePhrase()).isEqualTo("于2026年10月14日前");
            assertThat(requirement.dueDate()).isEqualTo(LocalDate.of(2026, 10, 14));
        });
    }

    @Test
    void headingTakesTheDateOfItsTextUnlessTheSentenceIsListedItself() {
        ReadNotice notice = Sample.withBody("一、甲事\n（一）组织检查。检查工作2026年10月14日前完成。\n（二）开展总结。各单位要于2026年11月14日前总结。");
        assertThat(notice.requirements())
                .extracting(Requirement::dueDate)
                .containsExactly(LocalDate.of(2026, 10, 14), null, LocalDate.of(2026, 11, 14));
        assertThat(notice.requirements().get(0).why()).contains("第5行正文");
    }

    @Test
    void promptlyIsNoDate() {
        ReadNotice notice = Sample.withBody("有关情况请及时报送总局。");
        assertThat(notice.requirements().get(0).deadlinePhrase()).isEqualTo("及时");
        assertThat(notice.requirements().get(0).dueDate()).isNull();
        assertThat(notice.deadlines()).isEmpty();
        assertThat(Sample.remarks(notice)).contains("“及时”没有写明日期,请人工确定时限");
    }
}
