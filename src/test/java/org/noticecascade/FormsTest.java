package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
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
    void namesOnlyTextsThatExist(Path form) {
        String html = read(form);
        Set<String> wanted = all("(?:label|text)=\"([^\"]+)\"", html);
        all(" name=\"(\\w+)\"", html.replaceFirst("<form[^>]*>", "")).forEach(name -> wanted.add("field." + name));
        assertThat(texts("zh")).containsAll(wanted);
    }

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(texts("en")).isEqualTo(texts("zh")).isNotEmpty();
    }

    @Test
    void usesOnlyTextsThatExist() throws IOException {
        try (Stream<Path> modules = Files.list(SCRIPTS)) {
            Set<String> used = modules.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(module -> all("\\bt\\('([\\w.]+)'", read(module)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(texts("zh")).containsAll(used);
        }
    }

    /** All files of texts of that language together. */
    private static Set<String> texts(String language) {
        Set<String> keys = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SCRIPTS, "texts-*%s.js".formatted(language))) {
            files.forEach(file -> keys.addAll(all("(?m)(?:^  |, )'([^'\\s]+)': '", read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
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
