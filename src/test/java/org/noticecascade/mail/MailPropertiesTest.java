package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailPropertiesTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(MailProperties.class)
    static class Bound {} // no @Configuration: a scan of this package would find it

    @Test
    void hasSensibleDefaults() {
        service.run(context -> {
            MailProperties mail = context.getBean(MailProperties.class);
            assertThat(mail.enabled()).isTrue();
            assertThat(mail.hours())
                    .isEqualTo(new MailProperties.Hours(LocalTime.of(8, 30), LocalTime.of(18, 0), true));
            assertThat(mail.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
            assertThat(mail.pauseAfter(4)).isEqualTo(Duration.ofHours(1));
            assertThat(mail.pauseAfter(99)).isEqualTo(Duration.ofHours(2));
        });
    }

    @Test
    void doublesThePauseOfTheBreakerUpToItsLongest() {
        service.run(context -> {
            MailProperties.Breaker breaker =
                    context.getBean(MailProperties.class).breaker();
            assertThat(breaker.pauseAfter(5)).isEqualTo(Duration.ofMinutes(1));
            assertThat(breaker.pauseAfter(7)).isEqualTo(Duration.ofMinutes(4));
            assertThat(breaker.pauseAfter(5_000)).isEqualTo(Duration.ofMinutes(30));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=nobody at all",
                "reply-to=a@example.org, b@example.org",
                "max-per-minute=0",
                "page-size=501",
                "claim-time=30s",
                "max-attempts=0",
                "retry-pauses=0s",
                "retry-pauses=",
                "link-base-url=notice.example.org",
                "hours.from=19:00",
                "breaker.failures=0",
                "breaker.longest-pause=2d"
            })
    void refusesToStartWith(String setting) {
        service.withPropertyValues("cascade.mail." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
