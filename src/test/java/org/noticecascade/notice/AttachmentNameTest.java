package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNameTest {
    @ParameterizedTest
    @CsvSource({
        "通知.txt, 通知.txt",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\通知.docx, 通知.docx",
        "folder/inner\\file.txt, file.txt"
    })
    void keepsNoFolder(String sent, String kept) {
        assertThat(Attachments.cleaned(sent)).isEqualTo(kept);
    }

    @Test
    void keepsNoCharacterThatBreaksAHeaderOrTurnsTheTextAround() {
        assertThat(Attachments.cleaned("a\r\nSet-Cookie: x\0.txt")).isEqualTo("aSet-Cookie: x.txt");
        assertThat(Attachments.cleaned("invoice\u202Etxt.exe")).isEqualTo("invoicetxt.exe");
        assertThat(Attachments.cleaned("\uFEFF通知\u200B.txt")).isEqualTo("通知.txt");
        assertThat(Attachments.cleaned("a/b\nc\u2028.txt")).doesNotContain("\n", "\u2028", "/");
        assertThat(Attachments.cleaned("a\u0085b.txt")).isEqualTo("ab.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "folder/", "..\\"})
    void namesAFileWithoutAName(String sent) {
        assertThat(Attachments.cleaned(sent)).isEqualTo("未命名");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void isNoFolderByItself(String sent) {
        assertThat(Attachments.cleaned(sent)).isEqualTo("未命名");
    }

    @Test
    void keepsTheEndingOfALongName() {
        String cleaned = Attachments.cleaned("长".repeat(300) + ".txt");

        assertThat(cleaned).hasSize(200).endsWith("长.txt");
    }

    @Test
    void cutsNoCharacterInHalf() {
        String cleaned = Attachments.cleaned("𠮷".repeat(120) + ".tx");

        assertThat(Character.isLowSurrogate(cleaned.charAt(0))).isFalse();
    }
}
