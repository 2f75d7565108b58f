package org.noticecascade.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.validation.annotation.Validated;

/** Why a start failed, in one paragraph, without a secret. */
class StartFailuresTest {
    private static final String SECRET = "geheim-4711";

    @Validated
    @ConfigurationProperties("sample")
    record Sample(
            @Nullable @Pattern(regexp = "\\d*", message = "digits")
            String scrapeToken,

            @Nullable @Pattern(regexp = "\\d*", message = "digits")
            String managerPassword,

            @Nullable Duration secretLifetime,
            @Nullable Duration poll,
            @Nullable @Max(500) Integer size) {}

    @EnableConfigurationProperties(Sample.class)
    static class WithSample {}

    @ParameterizedTest
    @CsvSource({
        "90020, 数据文件夹正被另一个进程使用, already running",
        "08001, 连不上数据库, cannot be reached",
        "08006, 连不上数据库, cannot be reached",
        "28P01, 不接受这个用户名或密码, does not accept this user and password",
        "28000, 不接受这个用户名或密码, does not accept this user and password",
        "3D000, 没有这个数据库, no such database",
        "42501, 没有所需的权限, lacks a right",
        "53300, 连接已用完, no connection left",
        "57P03, 正在启动或停止, starting or stopping",
        "90048, 读不了, cannot be read"
    })
    void namesTheDatabasesReason(String state, String chinese, String english) {
        Throwable failure = new IllegalStateException(
                "Failed to create bean", new RuntimeException(new SQLException("as the driver\nsays it", state)));

        assertThat(said(failure))
                .startsWith("没有启动：")
                .contains(chinese, "Not started: ", english, "jdbc:postgresql://db/cascade: as the driver says it")
                .doesNotContain("\n", SECRET);
    }

    @Test
    void namesAPortThatIsTakenAndScriptsThatDiffer() {
        assertThat(said(new IllegalStateException(new PortInUseException(8080))))
                .contains("端口 8080", "--server.port");
        assertThat(said(new IllegalStateException(new FlywayValidateException(
                        new org.flywaydb.core.api.ErrorDetails(CoreErrorCode.VALIDATE_ERROR, "checksum"), "checksum"))))
                .contains("不符", "other scripts");
    }

    @Test
    void repeatsOurOwnRefusals() {
        assertThat(said(new IllegalStateException(NotStarted.because("原因。", "the cause."))))
                .isEqualTo("没有启动：原因。 Not started: the cause.");
    }

    @Test
    void leavesToSpringWhatItDoesNotKnow() {
        assertThat(StartFailures.paragraph(new NullPointerException("x"), null)).isEmpty();
    }

    @Test
    void namesASettingItsValueAndItsBounds() {
        assertThat(refused("sample.size=501")).contains("sample.size=501", "500");
        assertThat(refused("sample.poll=soon")).contains("sample.poll=soon", "a duration");
    }

    @Test
    void neverRepeatsASecret() {
        for (String name : new String[] {"scrape-token", "manager-password", "secret-lifetime"}) {
            assertThat(refused("sample." + name + "=" + SECRET))
                    .contains("sample." + name)
                    .doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cascade.monitoring.scrape-token, true",
        "cascade.accounts.second-factor-key, true",
        "cascade.security.ldap.manager-password, true",
        "spring.datasource.password, true",
        "camunda.bpm.admin-user.password, true",
        "server.ssl.key-store-password, true",
        "spring.mail.username, false",
        "cascade.batch.size, false"
    })
    void knowsASecretByItsName(String name, boolean secret) {
        assertThat(WrongSettings.isSecret(name)).isEqualTo(secret);
    }

    private static String refused(String setting) {
        String[] told = {""};
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
                .withUserConfiguration(WithSample.class)
                .withPropertyValues(setting)
                .run(context -> told[0] = said(context.getStartupFailure()));
        return told[0];
    }

    private static String said(Throwable failure) {
        Optional<String> paragraph = StartFailures.paragraph(
                failure,
                new MockEnvironment()
                        .withProperty("spring.datasource.url", "jdbc:postgresql://db/cascade?password=" + SECRET));
        assertThat(paragraph).isPresent();
        return paragraph.orElseThrow();
    }
}
