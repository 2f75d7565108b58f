package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    /** One character of two halves, as in rare place names. */
    private static final String RARE = "𠮷";

    @Test
    void keepsWhatIsShortEnough() {
        assertThat(PlainText.clipped("通知", 2)).isEqualTo("通知");
    }

    @Test
    void endsWhatWasCutWithAnEllipsisWithinTheLimit() {
        assertThat(PlainText.clipped("关于开展学习的通知", 5)).isEqualTo("关于开展…");
    }

    @Test
    void cutsNoCharacterInHalf() {
        String clipped = PlainText.clipped("关于" + RARE + "通知", 4);

        assertThat(clipped).isEqualTo("关于…");
        assertThat(PlainText.isStorable(clipped)).isTrue();
        assertThat(PlainText.clipped("关" + RARE + "通知", 4)).isEqualTo("关" + RARE + "…");
    }

    /** As fonts of PDF files leave them in copied text; what the eye cannot tell apart is one text. */
    @Test
    void radicalsBecomeTheIdeographsTheyLookLike() {
        assertThat(PlainText.unified("⽉⽇⼈⺠⻓⻅⻚⻛豈")).isEqualTo("月日人民长见页风豈");
        assertThat(PlainText.oneLine("关于⼯作\u00AD的通\n知")).isEqualTo("关于工作的通 知");
        assertThat(PlainText.lines("⼀\u2028⼆\u000B三")).isEqualTo("一\n二\n三");
    }

    @Test
    void everyRadicalHasAnIdeographOrIsNamed() {
        for (char c = '\u2E80'; c <= '\u2FDF'; c++) {
            char unified = PlainText.unified(c);
            assertThat(PlainText.isUnreadable(c)).as("U+%04X", (int) c).isEqualTo(unified == c);
            assertThat(unified == c || Character.isIdeographic(unified))
                    .as("U+%04X", (int) c)
                    .isTrue();
        }
    }
}
