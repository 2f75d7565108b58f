package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many people write much at once on H2, where each request's thread writes its own commit. What a thread keeps outside
 * the heap afterwards must not come to more than the process may have: H2 closes the database then.
 */
@Tag("faults")
class ManyWritersTest {
    private static final int PORT = 8149;
    private static final int PEOPLE = 40;
    private static final int UPLOADS = 160;
    /** Half a megabyte for each of them would not fit in. */
    private static final String LITTLE_ROOM =
            "unset _JAVA_OPTIONS JDK_JAVA_OPTIONS; export JAVA_TOOL_OPTIONS=-XX:MaxDirectMemorySize=16m";

    @AfterAll
    static void print() {
        Report.print();
    }

    @Test
    @Tag("faults-quick")
    void keepsAllUploadsOfThePackagedJar() throws Exception {
        keepsAllUploads("writers_jar", settings -> Node.withPeople("writers-jar", PORT, LITTLE_ROOM, settings));
    }

    /** As the image starts it, with the very options of its command. */
    @Test
    @Tag("faults-quick")
    void keepsAllUploadsUnpackedAsInTheImage() throws Exception {
        Path folder = Node.emptyFolder("unpacked");
        unpack(Node.WITH_DEMO, folder);
        List<String> command = command(Files.readString(Path.of("Dockerfile")));
        List<String> program = new ArrayList<>(List.of("-cp", folder.toString()));
        program.addAll(command.subList(1, command.size()));

        keepsAllUploads(
                "writers_image", settings -> Node.unpacked("writers-image", PORT, LITTLE_ROOM, program, settings));
    }

    private static void keepsAllUploads(String name, Function<Map<String, String>, Node> start) throws Exception {
        long begun = System.nanoTime();
        Report.begin(name);
        Map<String, String> settings = Map.of(
                "cascade.data-folder", Node.emptyFolder(name).toString(),
                "cascade.patrol.make-up", "false",
                "cascade.demo.provinces", "");
        try (Node node = start.apply(settings)) {
            node.awaitReady();

            assertThat(answers()).as("see %s", node.log()).hasSize(UPLOADS).containsOnly(201);
        }
        Report.did(
                name,
                "%d uploads of 340 kB by %d people at once on H2, 16 MiB outside the heap".formatted(UPLOADS, PEOPLE),
                "%d kept".formatted(UPLOADS),
                begun);
        Node.check(name + "-check", settings).foundNothing();
        Report.held(name);
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (FileSystem packed = FileSystems.newFileSystem(jar)) {
            Path root = packed.getPath("/");
            try (Stream<Path> all = Files.walk(root)) {
                for (Path from : all.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve(root.relativize(from).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(from, to);
                }
            }
        }
    }

    /** What stands in the list behind {@code ENTRYPOINT}. */
    private static List<String> command(String dockerfile) {
        Matcher list = Pattern.compile("ENTRYPOINT \\[(.*)]").matcher(dockerfile);
        assertThat(list.find()).isTrue();
        return Stream.of(list.group(1).split(","))
                .map(word -> word.strip().replace("\"", ""))
                .toList();
    }

    private static List<Integer> answers() throws Exception {
        Clerks clerks = new Clerks(new JdbcTemplate(), () -> PORT);
        String text = "0 通知正文。".repeat(20_000);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<HttpResponse<String>>> uploads = new ArrayList<>();
            for (int n = 0; n < UPLOADS; n++) {
                uploads.add(people.submit(() -> clerks.upload(text)));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> upload : uploads) {
                answers.add(upload.get().statusCode());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
