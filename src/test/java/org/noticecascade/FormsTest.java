package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded forms against the web components and texts they name. */
class FormsTest {
    private static final Path FORMS = Path.of("forms");
    private static final Path CALENDAR =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/cockpit/scripts/calendar");
    private static final Path SCRIPTS =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/notice");

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasOneFormConnectedByACamScript(Path form) {
        String html = read(form);
        assertThat(all("<form[ >]", html)).hasSize(1);
        assertThat(html).containsPattern("<script cam-script type=\"text/form-script\">[^<]*connect\\(camForm\\)");
    }

    /** The page's content security policy would ignore them in silence. */
    @ParameterizedTest
    @MethodSource("forms")
    void hasNoInlineHandler(Path form) {
        assertThat(read(form)).doesNotContainPattern("\\son[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void namesOnlyElementsThatAreDefined(Path form) {
        Set<String> defined = all("'(nc-[a-z-]+)':", read(SCRIPTS.resolve("notice.js")));
        assertThat(defined).isNotEmpty().containsAll(all("<(nc-[a-z-]+)", read(form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void namesOnlyTextsThatExist(Path form) throws IOException {
        String html = read(form);
        Set<String> wanted = all("(?:label|text)=\"([^\"]+)\"", html);
        all(" name=\"(\\w+)\"", html.replaceFirst("<form[^>]*>", "")).forEach(name -> wanted.add("field." + name));
        assertThat(texts("zh")).containsAll(wanted);
    }

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        assertThat(texts("en")).isEqualTo(texts("zh")).isNotEmpty();
    }

    @Test
    void usesOnlyTextsThatExist() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path scripts : List.of(SCRIPTS, CALENDAR)) {
            modulesIn(scripts, ".js").forEach(module -> used.addAll(all("\\bt\\('([\\w.]+)'", read(module))));
        }
        assertThat(texts("zh")).containsAll(used);
    }

    /** The texts of a language stand in several files. */
    private static Set<String> texts(String language) throws IOException {
        Set<String> texts = new TreeSet<>();
        modulesIn(SCRIPTS, "-%s.js".formatted(language))
                .forEach(file -> texts.addAll(all("(?m)(?:^  |, )'([^'\\s]+)': '", read(file))));
        return texts;
    }

    private static List<Path> modulesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> all(String pattern, String text) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(text).results().toList();
        return found.stream()
                .map(match -> match.groupCount() > 0 ? match.group(1) : match.group() + match.start())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
