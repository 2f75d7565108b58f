package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jar for real use has nothing of the demo in it and refuses its profile; the demo's jar has all of it. */
@Tag("faults")
@Tag("faults-quick")
class TwoJarsTest {
    private static final String PASSWORD = "Demo-2026-cascade";
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    @Test
    void keepsTheDemoOutOfTheJarForRealUse() throws IOException {
        assertThat(entries(Node.PACKAGED))
                .noneMatch(name -> name.contains("/demo/")
                        || name.contains("application-demo")
                        || name.contains("greenmail")
                        || name.contains("jakarta.mail-api"));
        assertThat(entriesThatSay(PASSWORD, Node.PACKAGED)).isEmpty();
        assertThat(text(Node.PACKAGED, BILL)).doesNotContain("greenmail").contains("camunda-engine");
    }

    @Test
    void putsTheDemoIntoAJarOfItsOwn() throws IOException {
        assertThat(entries(Node.WITH_DEMO))
                .contains(
                        "BOOT-INF/classes/application-demo.yml",
                        "BOOT-INF/classes/org/noticecascade/demo/DemoStart.class")
                .anyMatch(name -> name.contains("lib/greenmail"));
        assertThat(entriesThatSay(PASSWORD, Node.WITH_DEMO)).isNotEmpty();
        assertThat(text(Node.WITH_DEMO, BILL)).contains("greenmail", "camunda-engine");
    }

    @Test
    void refusesTheDemosProfileInOneLine() throws IOException {
        Path data = Node.emptyFolder("profile-demo");
        try (Node node = Node.alone(
                "profile-demo", Map.of("spring.profiles.active", "demo", "cascade.data-folder", data.toString()))) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !node.isAlive());

            assertThat(node.said("Not started: the profile demo is on")).isOne();
            assertThat(node.said("\tat ")).as("lines of a stack trace").isZero();
            assertThat(data).as("nothing was begun").isEmptyDirectory();
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    /** Our own entries; the libraries cannot know the password. */
    private static List<String> entriesThatSay(String words, Path jar) throws IOException {
        return entries(jar).stream()
                .filter(name -> name.startsWith("BOOT-INF/classes/") || name.startsWith("META-INF/"))
                .filter(name -> textOf(jar, name).contains(words))
                .toList();
    }

    private static String text(Path jar, String name) throws IOException {
        return entries(jar).stream()
                .filter(entry -> entry.endsWith(name))
                .findFirst()
                .map(entry -> textOf(jar, entry))
                .orElseThrow();
    }

    private static String textOf(Path jar, String name) {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
