package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void turnsLineBreaksIntoOneSpace() {
        assertThat(HeaderText.clean("张三\r\nBcc: all@example.org")).isEqualTo("张三 Bcc: all@example.org");
        assertThat(HeaderText.clean("a\n\n\t\u0000\u2028\u2029\u0085b")).isEqualTo("a b");
    }

    @Test
    void takesOutWhatReordersOrHidesText() {
        assertThat(HeaderText.clean("\u202egro.elpmaxe\u202c\u200b")).isEqualTo("gro.elpmaxe");
    }

    @Test
    void cutsAtTwoHundredCharactersWithoutSplittingOne() {
        String cut = HeaderText.clean("𠮷".repeat(201));

        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(200);
        assertThat(cut).endsWith("𠮷…");
        assertThat(HeaderText.clean("字".repeat(200))).hasSize(200).doesNotContain("…");
    }
}
