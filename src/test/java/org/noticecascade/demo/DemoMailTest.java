package org.noticecascade.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DemoMailTest {
    private static final String PAGE = "/camunda/api/cascade/demo/mail";

    private final DemoMailServer server =
            new DemoMailServer(new DemoProperties(List.of(), "Demo-2026-cascade", 200, Duration.ofSeconds(1), 3));
    private final DemoMailbox mailbox = new DemoMailbox(server);
    private final JavaMailSenderImpl sender = new DemoMail().mailSender(server);
    private final Units units = mock(Units.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new DemoMailController(mailbox, new DemoStaff(units, user)))
            .setControllerAdvice(new Forbidden())
            .build();

    @org.springframework.web.bind.annotation.RestControllerAdvice
    static class Forbidden {
        @org.springframework.web.bind.annotation.ExceptionHandler
        @org.springframework.web.bind.annotation.ResponseStatus(org.springframework.http.HttpStatus.FORBIDDEN)
        void refused(Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        }
    }

    @BeforeEach
    void headquarters() {
        when(units.headquarters()).thenReturn(new Unit("000000", null, "总局", Level.HQ, true));
        when(user.groups()).thenReturn(Set.of("U000000STAFF"));
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    @Test
    void keepsWhatIsSentAndShowsItPerPerson() throws Exception {
        send("u310000staff@example.org", "演示经办", "一", 1);
        send("u310000lead@example.org", "演示负责", "二", 2);

        assertThat(mailbox.lines()).extracting(DemoMailbox.Line::subject).containsExactly("二", "一");
        DemoMailbox.Line line = mailbox.lines().get(1);
        assertThat(line.address()).isEqualTo("u310000staff@example.org");
        assertThat(line.name()).isEqualTo("演示经办");
        assertThat(mailbox.open(line.id()).html()).contains("<b>一</b>");
        assertThat(mailbox.open(line.id()).text()).contains("一");
        http.perform(get(PAGE + "/messages"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2));
        http.perform(get(PAGE + "/message").param("id", line.id()))
                .andExpect(jsonPath("$.html").value(Matchers.containsString("<b>一</b>")));
    }

    @Test
    void emptiesItselfAtTheLimit() throws Exception {
        for (int mail = 1; mail <= 5; mail++) {
            send("u" + mail + "@example.org", "演示", "第" + mail, mail);
        }

        assertThat(mailbox.lines()).extracting(DemoMailbox.Line::subject).containsExactly("第5", "第4");
    }

    @Test
    void showsMailsInAFrameWithoutScripts() throws Exception {
        http.perform(get(PAGE))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("<iframe id=\"mail\" sandbox=\"\"")))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("default-src 'self'")));
        http.perform(get(PAGE + "/mailbox.js")).andExpect(content().string(Matchers.containsString("srcdoc")));
        http.perform(get(PAGE + "/mailbox.css")).andExpect(status().isOk());
    }

    @Test
    void isForHeadquartersStaffAndAdministratorsOnly() throws Exception {
        when(user.groups()).thenReturn(Set.of("U310000STAFF"));
        for (String path : List.of("", "/messages", "/mailbox.js")) {
            http.perform(get(PAGE + path)).andExpect(status().isForbidden());
        }
        when(user.isAdministrator()).thenReturn(true);
        http.perform(get(PAGE)).andExpect(status().isOk());
    }

    private void send(String address, String name, String subject, long second) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_NO, "UTF-8");
        mail.setFrom("notice@example.org");
        mail.setTo(new jakarta.mail.internet.InternetAddress(address, name, "UTF-8"));
        mail.setSubject(subject);
        mail.setSentDate(Date.from(Instant.ofEpochSecond(second)));
        var text = new jakarta.mail.internet.MimeBodyPart();
        text.setText(subject, "UTF-8", "plain");
        var html = new jakarta.mail.internet.MimeBodyPart();
        html.setText("<b>" + subject + "</b>", "UTF-8", "html");
        message.setContent(new jakarta.mail.internet.MimeMultipart("alternative", text, html));
        sender.send(message);
    }
}
