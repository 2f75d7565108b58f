package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Chinese texts of the four webapps against the English ones of the Camunda version in use: a missing key shows as
 * the key itself, a lost {@code {{name}}} loses what the person needs to know.
 */
class LocalesTest {
    /** Rules of our own: a language without words for them shows the key, which is English. */
    private static final Set<String> OURS =
            Set.of("labels.At most 128 characters", "labels.Hard to guess; no common password");

    private static final Path APPS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");

    /** What must come back from a translation: values to fill in, tags with their attributes, and entities. */
    private static final Pattern FIXED = Pattern.compile(
            "\\{\\{[^}]*}}|\\{}|%[a-z]|</?(?:a|br|b|i|p|em|strong|code|span|div|ul|li)\\b[^>]*>|&[a-z]+;");

    /** Names, symbols and formats that are the same in both languages. */
    private static final Set<String> SAME_IN_BOTH =
            Set.of("ID", "ID*", "CSV", "JSON", "Optimize", "YYYY-MM-DDTHH:mm:ss", "<", "<=", ">", ">=", "HH:mm", "L");

    /** Chinese has no plural ending; one English text is empty itself. */
    private static final Set<String> NOTHING_IN_CHINESE = Set.of("", "s");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void saysEverythingInChinese(String app) {
        assertThat(problems(english(app), chinese(app))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void offersChineseAndWearsTheCommonLook(String app) {
        assertThat(read(APPS.resolve(app).resolve("scripts/config.js"))).contains("...commonSettings({zh: '");
        assertThat(read(APPS.resolve(app).resolve("styles/user-styles.css"))).contains("official.css\");");
    }

    @Test
    void showsNoBannerOfTheVendor() {
        assertThat(read(APPS.resolve("tasklist/styles/official.css"))).contains(".ce-eol-banner { display: none; }");
    }

    @Test
    void noticesEveryKindOfMistake() {
        Map<String, String> english = new TreeMap<>(Map.of(
                "gone",
                "Gone",
                "empty",
                "Text",
                "value",
                "Hello {{name}}",
                "link",
                "<a href=\"x\">here</a>",
                "same",
                "Claim"));
        Map<String, String> chinese = new TreeMap<>(Map.of(
                "more", "多余", "empty", " ", "value", "你好 {{ name }}", "link", "<a href=\"y\">这里</a>", "same", "Claim"));

        assertThat(problems(english, chinese))
                .containsExactly(
                        "empty: says nothing",
                        "gone: missing",
                        "link: has [</a>, <a href=\"y\">] instead of [</a>, <a href=\"x\">]",
                        "more: is not in the English file",
                        "same: still English",
                        "value: has [{{ name }}] instead of [{{name}}]");
    }

    private static List<String> problems(Map<String, String> english, Map<String, String> chinese) {
        Map<String, String> problems = new TreeMap<>();
        english.forEach((key, text) -> problems.put(key, problem(text, chinese.get(key))));
        chinese.keySet().stream()
                .filter(key -> !OURS.contains(key))
                .forEach(key -> problems.putIfAbsent(key, "is not in the English file"));
        problems.values().removeIf(String::isEmpty);
        return problems.entrySet().stream()
                .map(problem -> problem.getKey() + ": " + problem.getValue())
                .toList();
    }

    private static String problem(String english, @Nullable String chinese) {
        if (chinese == null) {
            return "missing";
        }
        if (chinese.isBlank()) {
            return NOTHING_IN_CHINESE.contains(english) ? "" : "says nothing";
        }
        if (!fixed(english).equals(fixed(chinese))) {
            return "has " + fixed(chinese) + " instead of " + fixed(english);
        }
        boolean number = english.chars().allMatch(Character::isDigit);
        return english.equals(chinese) && !number && !SAME_IN_BOTH.contains(english) ? "still English" : "";
    }

    private static List<String> fixed(String text) {
        return FIXED.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Map<String, String> english(String app) {
        String path = "META-INF/resources/webjars/camunda/app/" + app + "/locales/en.json";
        try (InputStream file = LocalesTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return texts(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> chinese(String app) {
        return texts(read(APPS.resolve(app).resolve("locales/zh.json")));
    }

    /** All texts of a locale file by their path, for example {@code labels.CLAIM_TASK}. */
    private static Map<String, String> texts(String json) {
        try {
            // The vendor's files begin with a byte order mark.
            JsonNode root = new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
            Map<String, String> texts = new TreeMap<>();
            root.properties().forEach(entry -> collect(entry.getKey(), entry.getValue(), texts));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), texts);
            }
        } else {
            node.properties().forEach(entry -> collect(path + "." + entry.getKey(), entry.getValue(), texts));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
