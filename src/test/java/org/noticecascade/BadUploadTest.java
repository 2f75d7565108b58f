package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.Wire.Reply;

/** Files that are no notice. */
@ProcessTest
class BadUploadTest extends BadInput {
    @Test
    void emptyFile() {
        assertRefused(upload("通知.txt", new byte[0]), 422, "文件是空的");
        assertThat(stored()).isZero();
    }

    @Test
    void fiftyMegabytesOfText() {
        byte[] text = new byte[49 * 1024 * 1024];
        Arrays.fill(text, (byte) 'a');

        assertRefused(upload("通知.txt", text), 422, "文件过大");
        assertThat(stored()).isZero();
    }

    @Test
    void moreThanAnyUpload() {
        byte[] text = new byte[51 * 1024 * 1024];

        assertRefused(upload("通知.txt", text), 413, "文件超过允许的大小");
        assertThat(stored()).isZero();
    }

    @Test
    void binaryRenamedToTxt() {
        assertRefused(upload("通知.txt", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8}), 422, "不是纯文本");
        assertRefused(
                upload("通知.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}), 422, "文件");
        assertThat(stored()).isZero();
    }

    @Test
    void gbkTextIsRead() {
        Reply reply = upload("通知.txt", Scenario.text(7).getBytes(Charset.forName("GBK")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().path("preview").path("documentNumber").asText()).isEqualTo("国市监示范〔2026〕7号");
        jdbc.sql("delete from attachment").update();
    }

    @Test
    void aFileNameWithFoldersAndControlCharacters() {
        Reply reply = upload("..\\\\..\\\\etc/通\u0007知.txt", Scenario.text(7).getBytes(StandardCharsets.UTF_8));

        assertThat(reply.json().path("fileName").asText())
                .doesNotContain("/", "\\", "\u0007")
                .endsWith("知.txt");
        jdbc.sql("delete from attachment").update();
    }

    /** 255 characters are the most a file may have on Windows: 765 bytes, and 2,295 where a program encodes them. */
    @Test
    void aLongChineseNameIsTaken() {
        String name = "会".repeat(251) + ".txt";
        byte[] text = Scenario.text(7).getBytes(StandardCharsets.UTF_8);
        String encoded = "x.txt\"; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "; a=\"";

        for (String sent : List.of(name, encoded)) {
            Reply reply = upload(sent, text);

            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            assertThat(reply.json().path("fileName").asText()).isEqualTo("会".repeat(196) + ".txt");
        }
        jdbc.sql("delete from attachment").update();
    }

    @Test
    void aNameThatIsTooLongIsSaidToBe() {
        assertRefused(upload("会".repeat(2_000) + ".txt", new byte[] {'a'}), 422, "文件名过长");
        assertThat(stored()).isZero();
    }

    @Test
    void quotationMarksOfANameAreTheirOwnAgain() {
        Reply reply = upload("关于%22学习%22的%0D%0A通知.txt", Scenario.text(7).getBytes(StandardCharsets.UTF_8));

        assertThat(reply.json().path("fileName").asText()).isEqualTo("关于\"学习\"的通知.txt");
        jdbc.sql("delete from attachment").update();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,400",
        "multipart/form-data,400",
        "multipart/form-data; boundary=x,400",
        "text/plain,400"
    })
    void anUploadThatIsNone(String type, int status) {
        Reply reply = send("POST", "/api/documents", "rubbish".getBytes(StandardCharsets.UTF_8), type);

        assertRefused(reply, status, "文件");
    }

    private Reply upload(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 300);
        body.writeBytes(
                ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n")
                        .formatted(name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send("POST", "/api/documents", body.toByteArray(), "multipart/form-data; boundary=x");
    }

    private long stored() {
        return jdbc.sql("select count(*) from attachment").query(Long.class).single();
    }
}
