package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Refusal;

class FieldsTest {
    @Test
    void countsCharactersNotCodeUnits() {
        String rare = "𠮷".repeat(5);

        assertThat(new Fields(Map.of("name", rare)).text("name", "姓名", 5, null)).isEqualTo(rare);
        assertThatThrownBy(() -> new Fields(Map.of("name", rare + "林")).text("name", "姓名", 5, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("“姓名”最多 5 字，现有 6 字，请精简。");
    }

    @Test
    void keepsLineBreaksAndLeadingSpaces() {
        assertThat(new Fields(Map.of("text", "  一\n二")).text("text", "内容", 10, null))
                .isEqualTo("  一\n二");
    }

    @Test
    void refusesACharacterTheDatabaseCannotStore() {
        assertThatThrownBy(() -> new Fields(Map.of("name", "a\0b")).text("name", "姓名", 5, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("含有无法保存的字符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void clearsAFieldSentBlank(String blank) {
        assertThat(new Fields(Map.of("name", blank)).text("name", "姓名", 5, "旧")).isNull();
        assertThat(new Fields(Map.of("number", blank)).integer("number", "人数", 1, 9, 3))
                .isNull();
        assertThat(new Fields(Map.of("day", blank)).date("day", "日期", LocalDate.EPOCH))
                .isNull();
    }

    @Test
    void clearsAFieldSentAsNull() {
        Map<String, Object> sent = Collections.singletonMap("it", null);

        assertThat(new Fields(sent).text("it", "姓名", 5, "旧")).isNull();
        assertThat(new Fields(sent).integer("it", "人数", 1, 9, 3)).isNull();
        assertThat(new Fields(sent).date("it", "日期", LocalDate.EPOCH)).isNull();
    }

    @Test
    void keepsAFieldThatWasNotSent() {
        Fields fields = new Fields(Map.of());

        assertThat(fields.text("name", "姓名", 5, "旧")).isEqualTo("旧");
        assertThat(fields.integer("number", "人数", 1, 9, 3)).isEqualTo(3);
        assertThat(fields.date("day", "日期", LocalDate.EPOCH)).isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void refusesANumberWhereTextIsAsked() {
        assertThatThrownBy(() -> new Fields(Map.of("name", 5)).text("name", "姓名", 5, null))
                .hasMessage("“姓名”应填写文字。");
    }

    @Test
    void takesWholeNumbersWithinTheirBounds() {
        assertThat(new Fields(Map.of("n", 1)).integer("n", "人数", 1, 9, null)).isEqualTo(1);
        assertThat(new Fields(Map.of("n", " 9 ")).integer("n", "人数", 1, 9, null))
                .isEqualTo(9);
        for (Object outside : new Object[] {0, 10, "-1"}) {
            assertThatThrownBy(() -> new Fields(Map.of("n", outside)).integer("n", "人数", 1, 9, null))
                    .hasMessage("“人数”应在 1 到 9 之间。");
        }
        for (Object other : new Object[] {"三", 2.5, "99999999999", true}) {
            assertThatThrownBy(() -> new Fields(Map.of("n", other)).integer("n", "人数", 1, 9, null))
                    .hasMessage("“人数”应填写整数。");
        }
    }

    @Test
    void takesDaysOfThisCentury() {
        assertThat(new Fields(Map.of("d", "2026-02-28")).date("d", "日期", null)).isEqualTo(LocalDate.of(2026, 2, 28));
        for (String year : new String[] {"1999-12-31", "2100-01-01", "-999999999-01-01"}) {
            assertThatThrownBy(() -> new Fields(Map.of("d", year)).date("d", "日期", null))
                    .hasMessage("“日期”的年份不对，应在 2000 到 2099 之间。");
        }
        for (Object other : new Object[] {"2026-02-30", "2026/2/3", 20260203}) {
            assertThatThrownBy(() -> new Fields(Map.of("d", other)).date("d", "日期", null))
                    .hasMessage("“日期”应填写日期（年-月-日）。");
        }
    }

    @Test
    void refusesAFieldNobodyReads() {
        Fields fields = new Fields(Map.of("name", "甲", "nmae", "乙"));
        fields.text("name", "姓名", 5, null);

        assertThatThrownBy(fields::nothingElse).hasMessage("未知的字段“nmae”，未保存。");
    }

    @Test
    void acceptsWhenEveryFieldWasRead() {
        Fields fields = new Fields(Map.of("name", "甲", "n", 1, "d", "2026-01-01"));
        fields.text("name", "姓名", 5, null);
        fields.integer("n", "人数", 1, 9, null);
        fields.date("d", "日期", null);

        fields.nothingElse();
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertThat(Fields.required("甲", "姓名")).isEqualTo("甲");
        assertThatThrownBy(() -> Fields.required(null, "姓名")).hasMessage("请填写“姓名”后再提交。");
    }
}
