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
}
