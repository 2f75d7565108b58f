package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.security.SecondFactorProperties.Scope;

/** Codes, their secrets at rest, and the pauses after wrong ones. */
class SecondFactorCodesTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** Appendix B of RFC 6238, whose codes have eight digits; ours are the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471",
        "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(TimeCodes.codeAt(RFC_SECRET, TimeCodes.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void aClockMayBeOneStepOff(long steps, boolean taken) {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String code = TimeCodes.codeAt(RFC_SECRET, TimeCodes.stepAt(now) + steps);

        assertThat(TimeCodes.stepOf(RFC_SECRET, code, now).isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5924", "005925", "００５９２４", "005924 1", "-05924"})
    void nothingElseIsACode(String code) {
        assertThat(TimeCodes.stepOf(RFC_SECRET, code, Instant.ofEpochSecond(1_234_567_890)))
                .isEmpty();
    }

    /** Section 10 of RFC 4648, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenAsAppsReadThem(String text, String base32) {
        assertThat(TimeCodes.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void aSecretIsReadBackForItsOwnUserWithItsOwnKeyOnly() {
        SecretCipher cipher = cipher(Scope.ADMINISTRATORS, KEY);
        byte[] secret = TimeCodes.newSecret();
        String stored = cipher.encrypt("admin", secret);

        assertThat(cipher.decrypt("admin", stored)).isEqualTo(secret);
        assertThat(cipher.encrypt("admin", secret)).as("another IV each time").isNotEqualTo(stored);
        assertThat(stored).hasSizeLessThanOrEqualTo(200);
        assertThatThrownBy(() -> cipher.decrypt("demo", stored)).hasMessageContaining("demo");
        assertThatThrownBy(() -> cipher(Scope.ADMINISTRATORS, OTHER_KEY).decrypt("admin", stored))
                .hasMessageContaining("cascade.accounts.second-factor-key");
        byte[] bytes = Base64.getDecoder().decode(stored);
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt("admin", Base64.getEncoder().encodeToString(bytes)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64 at all!", "AAEC", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void theStartIsRefusedWithoutAGoodKeyWhereTheSettingIsOn(String key) {
        assertThatThrownBy(() -> cipher(Scope.ADMINISTRATORS, key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cascade.accounts.second-factor-key")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void noKeyIsAskedForWhereTheSettingIsOffAndTheKeyIsNeverPrinted() {
        cipher(Scope.NONE, "");

        assertThat(new SecondFactorProperties(Scope.ADMINISTRATORS, KEY).toString())
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, camunda-admin, false",
        "ADMINISTRATORS, camunda-admin, true",
        "ADMINISTRATORS, U460105LEAD, false",
        "ADMINISTRATORS_AND_LEADS, U460105LEAD, true",
        "ADMINISTRATORS_AND_LEADS, camunda-admin, true",
        "ADMINISTRATORS_AND_LEADS, U460105STAFF, false",
        "ADMINISTRATORS_AND_LEADS, U460105SUPERVISOR, false"
    })
    void theSettingSaysOfWhomACodeIsAsked(Scope scope, String group, boolean required) {
        assertThat(new SecondFactorProperties(scope, KEY).isRequiredOf(Set.of("other", group)))
                .isEqualTo(required);
    }

    @Test
    void wrongCodesPauseUpToAQuarterOfAnHourAndTheRightOneIsNotLookedAtMeanwhile() {
        SettableClock clock = new SettableClock();
        CodeGuesses guesses = new CodeGuesses(SignInThrottleTest.SETTINGS, clock);
        for (int guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> wrong(guesses)).hasMessageContaining("验证码不对");
        }

        assertThatThrownBy(() -> guesses.check("admin", "203.0.113.7", () -> 1L))
                .isInstanceOf(CodeRefused.class)
                .hasMessageContaining("秒后再试");
        clock.pass(Duration.ofSeconds(3));
        for (int guess = 0; guess < 20; guess++) {
            assertThatThrownBy(() -> wrong(guesses)).hasMessageContaining("验证码不对");
            clock.pass(Duration.ofMinutes(15));
        }
        assertThat(guesses.check("admin", "203.0.113.7", () -> 1L)).isEqualTo(1L);
    }

    private static void wrong(CodeGuesses guesses) {
        guesses.check("admin", "203.0.113.7", () -> {
            throw CodeRefused.wrong();
        });
    }

    private static SecretCipher cipher(Scope scope, String key) {
        return new SecretCipher(new SecondFactorProperties(scope, key));
    }
}
