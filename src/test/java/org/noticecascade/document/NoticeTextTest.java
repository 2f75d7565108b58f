package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Refusal;

class NoticeTextTest {
    private static final String TEXT = "示监发〔2026〕12号\n关于开展样例检查的通知，请各单位于10月14日前报送。\n";
    private static final long LIMIT = 1_000_000;

    @Test
    void readsUtf8WithAndWithoutMark() {
        assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(TEXT);
        NoticeText marked = decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(marked.text()).isEqualTo(TEXT);
        assertThat(marked.encoding()).isEqualTo("UTF-8");
    }

    @Test
    void readsUtf16WithMark() {
        assertThat(decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)).text())
                .isEqualTo(TEXT);
        NoticeText bigEndian = decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE));
        assertThat(bigEndian.text()).isEqualTo(TEXT);
        assertThat(bigEndian.encoding()).isEqualTo("UTF-16BE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030"})
    void readsGbkAsGb18030(String charset) {
        NoticeText text = decode(TEXT.getBytes(Charset.forName(charset)));
        assertThat(text.text()).isEqualTo(TEXT);
        assertThat(text.encoding()).isEqualTo("GB18030");
    }

    @Test
    void refusesWhatIsEmptyOrBlank() {
        assertRefused(new byte[0], "文件是空的");
        assertRefused(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "文件是空的");
        assertRefused(" \r\n\t\u3000\u00A0\n".getBytes(StandardCharsets.UTF_8), "文件是空的");
        assertThatThrownBy(() -> NoticeText.of("  \n")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhatIsTooLargeNamingBothSizes() {
        assertThatThrownBy(() -> NoticeText.decode(new byte[3 * 1024 * 1024], 2 * 1024 * 1024))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("3.0MB", "2.0MB");
    }

    @Test
    void refusesBinaryRenamedToText() {
        assertRefused("abc\0def".getBytes(StandardCharsets.UTF_8), "不是纯文本");
        assertRefused(new byte[] {1, 2, 3, 4, 5, 6, 7}, "不是纯文本");
        assertRefused("PK\u0003\u0004 etc".getBytes(StandardCharsets.ISO_8859_1), "docx");
        assertRefused("%PDF-1.7 etc".getBytes(StandardCharsets.ISO_8859_1), "PDF");
        assertRefused("\n<!DOCTYPE html><html>".getBytes(StandardCharsets.ISO_8859_1), "HTML");
        assertRefused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "doc");
    }

    @Test
    void refusesUtf8CutInMidCharacterInsteadOfReadingItAsGb18030() {
        byte[] whole = TEXT.repeat(3).strip().getBytes(StandardCharsets.UTF_8);
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "损坏或被截断");
    }

    @Test
    void refusesBytesOfNoKnownEncoding() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("notice ".getBytes(StandardCharsets.US_ASCII));
        bytes.write(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        assertRefused(bytes.toByteArray(), "无法识别文件的文字编码");
    }

    private static NoticeText decode(byte[] bytes) {
        return NoticeText.decode(bytes, LIMIT);
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.english()).isNotBlank())
                .hasMessageContaining(reason);
    }
}
