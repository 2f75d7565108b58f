package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody tries first is refused, however many kinds of characters it has. */
class PasswordStrengthTest {
    private final PasswordStrength strength = new PasswordStrength();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1!",
                "P@ssw0rd2024!",
                "Admin@123456",
                "Qwerty123456!",
                "Woaini1314!",
                "WoAiNi@1314520",
                "Zhongguo@2024",
                "Guangdong@2026",
                "Zhangwei@1988",
                "Wang13812345678!",
                "13812345678@Aa",
                "Aa440301198803151234!",
                "Abcd1234!@#$",
                "Tongzhi@123456",
                "A1!aaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesCommonOnes(String password) {
        assertThat(strength.suffices(password, Stream.empty())).isFalse();
    }

    @Test
    void refusesWhatIsMadeOfTheOwnData() {
        assertThat(strength.suffices("Ligong.mei2026", Stream.empty())).isTrue();
        assertThat(strength.suffices("Ligong.mei2026", Stream.of("u1", null, "ligong.mei@example.org")))
                .isFalse();
        assertThat(strength.suffices("U460105staff!A1", Stream.of("u460105staff")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Demo-2026-cascade", "Two-2026-cascade", "Other-2026-cascade", "Correct-Horse-42", "三更灯火五更鸡Aa1!"
            })
    void acceptsLongerUnusualOnes(String password) {
        assertThat(strength.suffices(password, Stream.empty())).isTrue();
    }

    @Test
    void looksAtTheBeginningOfALongOneOnly() {
        assertThat(strength.suffices("Password1!".repeat(4) + "kVq7-pLz9-xRw3", Stream.empty()))
                .isFalse();
    }
}
