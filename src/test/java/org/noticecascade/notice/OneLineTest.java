package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.PlainText;
import org.noticecascade.directory.Level;

/** What is shown on one line has no second one, and nothing that cannot be seen. */
class OneLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\t", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\r\n\r\n"})
    void aLineBreakBecomesABlank(String end) {
        assertThat(PlainText.oneLine("甲" + end + "乙")).isEqualTo("甲 乙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u001b", "\u202e", "\u200b", "\ufeff", "\u0000"})
    void whatCannotBeSeenIsLeftOut(String hidden) {
        assertThat(PlainText.oneLine("甲" + hidden + "乙")).isEqualTo("甲乙");
        assertThat(PlainText.lines("甲" + hidden + "乙")).isEqualTo("甲乙");
    }

    @Test
    void longerTextKeepsItsLines() {
        assertThat(PlainText.lines("甲\r\n乙\r丙\u2028丁\t戊\n")).isEqualTo("甲\n乙\n丙\n丁\t戊\n");
    }

    @Test
    void aNoticesHeadHasNoLineBreakWhicheverWayItCame() {
        Notice notice = new Notice(
                1,
                NoticeStatus.DRAFT,
                1,
                "国市监\n〔2026〕1号",
                "标题\r\n2026-03-04 WARN forged",
                "示范局\u2028",
                "各省\n各市",
                null,
                "张\n010",
                Urgency.values()[0],
                Level.COUNTY,
                "u",
                null,
                null,
                false);

        assertThat(notice.documentNumber()).isEqualTo("国市监 〔2026〕1号");
        assertThat(notice.title()).isEqualTo("标题 2026-03-04 WARN forged");
        assertThat(notice.issuer()).isEqualTo("示范局 ");
        assertThat(notice.addressees()).isEqualTo("各省 各市");
        assertThat(notice.contact()).isEqualTo("张 010");
    }

    @Test
    void aFormsLineIsOneAndItsTextKeepsItsOwn() {
        Map<String, Object> sent = new HashMap<>(Map.of("summary", "一\n二", "content", "一\r\n二\u001b"));
        Fields fields = new Fields(sent);

        assertThat(fields.line("summary", "小结", 200, null)).isEqualTo("一 二");
        assertThat(fields.text("content", "内容", 200, null)).isEqualTo("一\n二");
    }
}
