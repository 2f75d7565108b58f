package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.noticecascade.mail.MailTestContext.DAY;
import static org.noticecascade.mail.Outbox.Status.FAILED;
import static org.noticecascade.mail.Outbox.Status.SENT;
import static org.noticecascade.mail.Outbox.Status.WAITING;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * Our sender against a real relay, with the settings an operator writes: the shipped defaults, a name, a password and
 * the relay's own certificate. Skipped where exim is not installed, unless {@code -Dreal-smtp=required}.
 */
@Tag("real-smtp")
@SpringJUnitConfig(RealSmtpTest.Context.class)
class RealSmtpTest {
    private static final int PERSONS = 60;
    private static final String UNKNOWN = "gone";
    private static final String ENGLISH = "reader";

    private static EximServer relay;

    @Autowired
    OutboxSender sender;

    @Autowired
    Outbox outbox;

    @Autowired
    MailFixture fixture;

    @Autowired
    SettableClock clock;

    @Autowired
    Troubles troubles;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startRelay() throws Exception {
        boolean installed = EximServer.isInstalled();
        if (!"required".equals(System.getProperty("real-smtp"))) {
            Assumptions.assumeTrue(installed, "exim4 or openssl is not installed");
        }
        assertThat(installed).as("exim4 and openssl are installed").isTrue();
        List<String> known = new ArrayList<>(
                IntStream.range(0, PERSONS).mapToObj(index -> "u" + index).toList());
        known.add(ENGLISH);
        relay = EximServer.start(known);
    }

    @AfterAll
    static void stopRelay() throws Exception {
        if (relay != null) {
            relay.close();
        }
    }

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void everyoneGetsOneReadableDigestAndTheUnknownOneIsGivenUp() throws Exception {
        List<String> people = new ArrayList<>(fixture.persons(PERSONS));
        fixture.person(ENGLISH, ENGLISH + "@example.org", "en");
        people.add(ENGLISH);
        fixture.person(UNKNOWN, UNKNOWN + "@example.org", "zh");
        outbox.putDigests(DAY, people, clock.instant());
        outbox.putDigests(DAY, List.of(UNKNOWN), clock.instant());

        assertThat(sender.run(() -> false)).isEqualTo(PERSONS + 1);
        assertThat(fixture.rows(SENT)).isEqualTo(PERSONS + 1);
        assertThat(lastErrorOf(UNKNOWN)).startsWith("550").contains("no such mailbox");
        assertThat(fixture.rows(WAITING)).as("a refusal is tried again").isOne();
        for (int attempt = 2; attempt <= MailTestContext.properties().maxAttempts(); attempt++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(sender.run(() -> false)).isZero();
        }
        assertThat(fixture.rows(FAILED)).isOne();
        assertThat(troubles.opened).as("one wrong address stops nobody").isEmpty();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> people.stream()
                        .noneMatch(person -> relay.mailbox(person).isEmpty()));
        assertThat(relay.reached()).containsExactlyInAnyOrderElementsOf(people);
        for (String person : people) {
            assertThat(relay.mailbox(person)).as("mails of %s", person).hasSize(1);
            readable(person, relay.mailbox(person).get(0));
        }
    }

    @Test
    void sendsNothingToARelayItDoesNotTrust() throws Exception {
        JavaMailSenderImpl stranger = sender("notice-cascade.test=no bundle");
        MimeMessage mail = new MimeMessage(stranger.getSession());
        mail.setRecipients(MimeMessage.RecipientType.TO, "u0@example.org");
        mail.setText("secret");

        try (SmtpConnection connection = new SmtpConnection(stranger)) {
            SmtpAnswer answer = connection.send(mail);
            assertThat(answer.result()).isEqualTo(SmtpAnswer.Result.UNREACHABLE);
            assertThat(answer.error()).contains("TLS");
        }
    }

    private void readable(String person, MimeMessage mail) throws Exception {
        boolean english = person.equals(ENGLISH);
        assertThat(mail.getMessageID()).as("Message-ID as in the outbox").isEqualTo(messageIdOf(person));
        assertThat(mail.getHeader("Envelope-to")).containsExactly(person + "@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Received")[0]).as("encrypted and signed in").contains("with esmtpsa");
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("通知督办");
        InternetAddress to = (InternetAddress) mail.getRecipients(MimeMessage.RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo("演示" + person);
        assertThat(mail.getSubject())
                .isEqualTo(english ? "[Notice follow-up] 1 item, 1 overdue" : "【通知督办】1 项待办，1 项已逾期");

        MimeMultipart both = (MimeMultipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getCount()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            BodyPart part = both.getBodyPart(i);
            assertThat(part.isMimeType(i == 0 ? "text/plain" : "text/html")).isTrue();
            assertThat((String) part.getContent()).contains("关于开展学习活动的通知", "广东省深圳市局", "https://notice.example.org/t/1");
        }
    }

    private String messageIdOf(String person) {
        return jdbc.sql("select message_id from mail_outbox where user_id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private String lastErrorOf(String person) {
        return jdbc.sql("select last_error from mail_outbox where user_id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    /** Spring's sender as the service has it: from the shipped defaults and these settings. */
    private static JavaMailSenderImpl sender(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.mail.host=localhost",
                "spring.mail.port=" + relay.port(),
                "spring.mail.username=" + EximServer.USER,
                "spring.mail.password=" + EximServer.PASSWORD));
        settings.addAll(List.of(more));
        try (ConfigurableApplicationContext spring = new SpringApplicationBuilder(
                        SslAutoConfiguration.class, MailSenderAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new))) {
            return spring.getBean(JavaMailSenderImpl.class);
        }
    }

    /** As the other tests, but with the relay. Bears no annotation, so that no scan finds it. */
    static class Context extends MailTestContext {
        @Bean
        @Override
        JavaMailSenderImpl mailServer(FakeSmtp unused) {
            return sender(
                    "spring.mail.ssl.bundle=relay",
                    "spring.ssl.bundle.pem.relay.truststore.certificate=file:" + relay.certificate());
        }
    }
}
