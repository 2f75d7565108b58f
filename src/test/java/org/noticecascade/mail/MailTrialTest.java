package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.noticecascade.mail.MailTestContext.DAY;

import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.noticecascade.Refusal;
import org.noticecascade.mail.FakeSmtp.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Whether mail works is known at once, not when the next digest is due. */
@Tag("database")
@SpringJUnitConfig(MailTestContext.class)
@ExtendWith(OutputCaptureExtension.class)
class MailTrialTest {
    @Autowired
    MailTrial trial;

    @Autowired
    MailCircuit circuit;

    @Autowired
    MailFixture fixture;

    @Autowired
    FakeSmtp smtp;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void arrivesAtNightTooAndEndsThePauseAtOnce() {
        stopMail();
        assertThat(circuit.trouble()).isPresent();
        clock.at(DAY, LocalTime.MIDNIGHT);

        trial.send("me@example.org");

        assertThat(smtp.accepted()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("me@example.org");
            assertThat(mail.content()).contains("Auto-Submitted: auto-generated");
        });
        assertThat(circuit.trouble()).isEmpty();
    }

    @Test
    void saysWhatTheServerSaidAndCountsNoFailure() {
        smtp.denies("me@example.org");

        assertThatThrownBy(() -> trial.send("me@example.org"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("550");

        assertThat(circuit.lock().failures()).isZero();
    }

    @Test
    void takesOneAddressOnly() {
        for (String to :
                new String[] {"nobody", "a@example.org, b@example.org", "a@example.org\r\nBcc: b@example.org"}) {
            assertThatThrownBy(() -> trial.send(to))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("“%s”不是可用的邮件地址".formatted(to));
        }
        assertThat(smtp.accepted()).isEmpty();
    }

    @Test
    void tryingNowEndsThePause() {
        stopMail();
        assertThat(circuit.trouble().orElseThrow().nextProbe()).isAfter(clock.instant());

        circuit.tryNow();

        assertThat(circuit.trouble().orElseThrow().nextProbe()).isEqualTo(clock.instant());
    }

    @Test
    void oneConnectionAtStartShowsAWrongSetting(CapturedOutput output) {
        trial.connectOnce();
        assertThat(output).doesNotContain("cannot be used");
        assertThat(smtp.accepted()).isEmpty();

        smtp.is(Mood.REFUSE);
        trial.connectOnce();

        assertThat(output).contains("cannot be used").contains("Check spring.mail.*");
        assertThat(circuit.lock().failures()).isZero();
    }

    private void stopMail() {
        for (int failure = 0; failure < MailTestContext.properties().breaker().failures(); failure++) {
            circuit.failed("refused");
        }
    }
}
