package org.noticecascade.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * How hard a password is to guess, as zxcvbn estimates it, which knows the common ones, keyboard rows, dates and
 * repetitions. What people here use besides stands in {@code security/common-words.txt}.
 */
@Component
class PasswordStrength {
    /** The highest score, 10^10 tries: whatever has three parts reaches the next one, {@code Admin@123456} too. */
    private static final int ENOUGH = 4;
    /** The time it takes grows faster than the length: a second at 100 characters. */
    private static final int LOOKED_AT = 40;

    private static final int LONGEST_WORD = 100;
    private static final String WORDS = "security/common-words.txt";
    /** A mobile phone's or an identity card's number looks random and is not. */
    private static final Pattern NUMBERS = Pattern.compile("1[3-9]\\d{9}|\\d{17}[\\dXx]|(19|20)\\d{6}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s@._-]+");

    private final Zxcvbn estimate = new Zxcvbn();
    private final List<String> common;

    PasswordStrength() {
        try {
            this.common = new ClassPathResource(WORDS)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + WORDS, e);
        }
    }

    /**
     * Whether guessing it takes 10^10 tries or more.
     *
     * @param own words that stand for the person: id, names, mail address
     */
    boolean suffices(String password, Stream<@Nullable String> own) {
        String beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
        List<String> words = new ArrayList<>(common);
        own.filter(Objects::nonNull).flatMap(PasswordStrength::parts).forEach(words::add);
        NUMBERS.matcher(beginning).results().forEach(number -> words.add(number.group()));
        return estimate.measure(beginning, words).getScore() >= ENOUGH;
    }

    private static Stream<String> parts(@Nullable String text) {
        String whole = String.valueOf(text).toLowerCase(Locale.ROOT);
        String bounded = whole.substring(0, Math.min(whole.length(), LONGEST_WORD));
        return Stream.of(Stream.of(bounded), Stream.of(bounded.split("@")), BETWEEN_WORDS.splitAsStream(bounded))
                .flatMap(words -> words)
                .filter(word -> word.length() > 2);
    }
}
