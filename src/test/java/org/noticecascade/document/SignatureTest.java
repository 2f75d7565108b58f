package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final LocalDate DATE = LocalDate.of(2026, 9, 19);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "示范监管总局\n2026年9月19日",
                "示范监管总局（盖章）\n2026 年 9 月 19 日",
                "示范监管总局\n二〇二六年九月十九日",
                "示范监管总局\n二○二六年九月十九日",
                "示范监管总局 ２０２６年９月１９日",
                "联系人：样例处 010-00000000\n示范监管总局\n2026年9月19日",
                "示范监管总局\n2026年9月19日\n（联系人：样例处 010-00000000）",
                "示范监管总局\n2026年9月19日\n附件1\n样例表\n示范甲局\n2020年1月1日"
            })
    void readsIssuerAndDateInEveryArrangement(String end) {
        ReadNotice notice = Sample.withEnd(end);
        assertThat(notice.issuer().value()).isEqualTo("示范监管总局");
        assertThat(notice.issuer().line()).isGreaterThan(7);
        assertThat(notice.issueDate().value()).isEqualTo(DATE);
        assertThat(notice.sections()).hasSize(3);
    }

    @Test
    void saysWhereSignatureAndTitleNameDifferentIssuers() {
        ReadNotice notice = Sample.withEnd("国家示范监管总局\n2026年9月19日");
        assertThat(notice.issuer().value()).isEqualTo("国家示范监管总局");
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("不一致"));
    }

    @Test
    void readsSeveralIssuers() {
        assertThat(Sample.withEnd("示范监管总局\n示范农业部\n2026年9月19日").issuer().value()).isEqualTo("示范监管总局 示范农业部");
    }

    @Test
    void asksForAMissingDateAndTakesTheIssuerFromTheLastLine() {
        ReadNotice notice = Sample.withEnd("示范监管总局");
        assertThat(notice.issueDate()).isNull();
        assertThat(Sample.remarks(notice)).contains("未找到成文日期,请人工填写");
        assertThat(notice.issuer().line()).isEqualTo(8);
    }

    @Test
    void takesNoImpossibleDate() {
        ReadNotice notice = Sample.withEnd("示范监管总局\n2026年2月30日");
        assertThat(notice.issueDate()).isNull();
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("不是有效日期"));
    }

    @Test
    void printingDateIsNotTheIssueDate() {
        ReadNotice notice = Sample.withEnd("示范监管总局\n2026年9月19日\n抄送：样例办。\n示范监管总局办公厅 2026年9月20日印发");
        assertThat(notice.issueDate().value()).isEqualTo(DATE);
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("印发") && remark.contains("略去"));
    }

    @Test
    void readsTheListOfAttachmentsAndLeavesTheAttachmentsAside() {
        ReadNotice notice = Sample.withEnd("附件：1.样例表\n2.样例说明\n附件3：样例图\n示范监管总局\n2026年9月19日\n附件1\n样例表\n一、填表要求\n（一）如实填写。");
        assertThat(notice.attachments()).extracting(Sourced::value).containsExactly("样例表", "样例说明", "样例图");
        assertThat(notice.sections()).hasSize(3);
        assertThat(Sample.remarks(notice)).anyMatch(remark -> remark.contains("附件正文(共4行)"));
    }
}
