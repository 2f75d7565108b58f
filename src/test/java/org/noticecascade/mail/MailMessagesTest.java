package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.noticecascade.directory.Person;
import org.noticecascade.mail.MailItem.Light;

class MailMessagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String ID = "<fixed@example.org>";
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailMessages messages = new MailMessages(
            new MailTemplates(),
            new MailLinks(MailTestContext.properties()),
            MailTestContext.properties(),
            new SettableClock(DAY));

    static Stream<Arguments> letters() {
        return Stream.of(LettersTest.CHINESE, LettersTest.ENGLISH).flatMap(reader -> {
            MailItem item = SaidByTest.item(-2, Light.RED);
            return Stream.of(
                    Arguments.of(reader, Letters.digest(reader, DAY, Collections.nCopies(52, item))),
                    Arguments.of(reader, Letters.digest(reader, DAY, List.of(SaidByTest.toHandle(-3), item))),
                    Arguments.of(reader, Letters.digest(reader, DAY, List.of(SaidByTest.toHandle(-2)))),
                    Arguments.of(reader, Letters.returned(reader, item, "人数有误", "演示负责人（总局）")),
                    Arguments.of(reader, Letters.extension(reader, item, true, "12月9日", "12月1日", "同意")),
                    Arguments.of(reader, Letters.extension(reader, item, false, "12月9日", "12月1日", null)));
        });
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyTemplateShowsTheItemInBothParts(Person reader, Letter letter) throws Exception {
        MimeMessage message = received(messages.write(ID, reader, reader, letter, SESSION));
        Multipart parts = (Multipart) message.getContent();

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        for (int part = 0; part < 2; part++) {
            assertThat((String) parts.getBodyPart(part).getContent())
                    .contains("国总发〔2026〕1号", "关于开展学习活动的通知", "广东省深圳市局", "落实情况报告", "2026年3月6日（星期五）")
                    .contains("https://notice.example.org/t/1")
                    .contains("https://notice.example.org/camunda/app/tasklist/default/")
                    .contains(reader == LettersTest.ENGLISH ? "2 working days late" : "已逾期 2 个工作日")
                    .as("part %d of %s", part, letter.template())
                    .doesNotContain("${", " th:", "<th:", "[(", "[#", "null");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isReadableOnAPhone(Person reader, Letter letter) throws Exception {
        String html = html(messages.write(ID, reader, reader, letter, SESSION));

        assertThat(html)
                .contains("width=device-width", "max-width:600px")
                .doesNotContain("<table", "<style", "<script", "<img");
    }

    @Test
    void showsWhatWasWrittenByPeopleAsText() throws Exception {
        String evil = "<script>alert(1)</script>";
        MimeMessage message = messages.write(
                ID,
                LettersTest.CHINESE,
                LettersTest.CHINESE,
                Letters.returned(LettersTest.CHINESE, SaidByTest.item(1, Light.GREEN), evil, evil),
                SESSION);

        assertThat(html(message)).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat((String) ((Multipart) message.getContent()).getBodyPart(0).getContent())
                .contains(evil);
    }

    @Test
    void laysTheTextPartOutForReading() throws Exception {
        MailItem late = SaidByTest.item(-2, Light.RED);
        MailItem today = SaidByTest.item(0, Light.YELLOW);
        MimeMessage message = messages.write(
                ID,
                LettersTest.CHINESE,
                LettersTest.CHINESE,
                Letters.digest(LettersTest.CHINESE, DAY, List.of(late, today)),
                SESSION);

        assertThat((String) ((Multipart) message.getContent()).getBodyPart(0).getContent())
                .isEqualToNormalizingNewlines("""
                        演示经办，您好：

                        2026年12月1日（星期二）待办：共 2 项，1 项已逾期，1 项即将到期。

                        国总发〔2026〕1号 《关于开展学习活动的通知》

                        落实情况报告 | 广东省深圳市局
                          期限：2026年3月6日（星期五），已逾期 2 个工作日
                          https://notice.example.org/t/1

                        落实情况报告 | 广东省深圳市局
                          期限：2026年3月6日（星期五），今天到期
                          https://notice.example.org/t/1

                        全部待办任务：https://notice.example.org/camunda/app/tasklist/default/

                        本邮件由通知督办系统自动发出。
                        """);
    }

    @Test
    void carriesItsHeaders() throws Exception {
        MimeMessage message = received(message(LettersTest.CHINESE, "【通知督办】一项"));

        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).isEqualTo(ID);
        assertThat(message.getSubject()).isEqualTo("【通知督办】一项");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("通知督办");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("office@example.org"));
        assertThat(message.getSentDate()).isEqualTo(new SettableClock(DAY).instant());
    }

    @Test
    void keepsItsMessageIdWhenSavedAgain() throws Exception {
        MimeMessage message = message(LettersTest.CHINESE, "x");
        message.saveChanges();

        assertThat(received(message).getMessageID()).isEqualTo(ID);
    }

    @Test
    void letsNoHeaderInThroughNamesAndSubjects() throws Exception {
        Person evil =
                new Person("u1", "440000", "张\r\nBcc: all@example.org", "u1@example.org", null, "zh", Set.of(), true);
        MimeMessage message = received(message(evil, "x\r\nBcc: all@example.org\r\n\r\nbody"));

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).isEqualTo("x Bcc: all@example.org body");
    }

    @Test
    void refusesAnAddressThatIsMoreThanOne() {
        Person two = new Person("u1", "440000", "张", "a@example.org, b@example.org", null, "zh", Set.of(), true);

        assertThatThrownBy(() -> message(two, "x")).isInstanceOf(AddressException.class);
    }

    @Test
    void tellsTheDeputyForWhomItIs() throws Exception {
        Person absent = new Person("u2", "440000", "演示负责", null, null, "zh", Set.of(), true);
        MimeMessage message = messages.write(
                ID,
                absent,
                LettersTest.CHINESE,
                new Letter(
                        "主题", "return", Map.of("item", SaidByTest.item(-1, Light.RED), "reason", "人数有误", "by", "演示")),
                SESSION);

        assertThat(message.getSubject()).isEqualTo("主题（代 演示负责 收）");
        assertThat(html(message)).contains("演示负责", "由您代理");
    }

    private MimeMessage message(Person reader, String subject) throws MessagingException {
        Letter letter = Letters.digest(reader, DAY, List.of(SaidByTest.item(1, Light.GREEN)));
        return messages.write(ID, reader, reader, new Letter(subject, letter.template(), letter.model()), SESSION);
    }

    private static String html(MimeMessage message) throws MessagingException, IOException {
        return (String) ((Multipart) message.getContent()).getBodyPart(1).getContent();
    }

    /** Through the wire: what a receiver would parse. */
    private static MimeMessage received(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        message.writeTo(wire);
        assertThat(wire.toString(StandardCharsets.US_ASCII)).doesNotContain("\n\nbody");
        return new MimeMessage(SESSION, new ByteArrayInputStream(wire.toByteArray()));
    }
}
