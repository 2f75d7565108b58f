package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

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
    private static final String LITTLE_ROOM = "export JAVA_TOOL_OPTIONS=-XX:MaxDirectMemorySize=16m";

    @AfterAll
    static void print() {
        Report.print();
    }

    @Test
    @Tag("faults-quick")
    void keepsAllUploadsWithLittleRoomOutsideTheHeap() throws Exception {
        long begun = System.nanoTime();
        Report.begin("many_writers_h2");
        Path folder = Path.of("target", "faults", "writers").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Map<String, String> settings = Map.of(
                "cascade.data-folder", folder.toString(),
                "cascade.patrol.make-up", "false",
                "cascade.demo.provinces", "");
        try (Node node = Node.withPeople("writers-1", PORT, LITTLE_ROOM, settings)) {
            node.awaitReady();

            assertThat(answers()).as("see %s", node.log()).hasSize(UPLOADS).containsOnly(201);
        }
        Report.did(
                "many_writers_h2",
                "%d uploads of 340 kB by %d people at once, 16 MiB outside the heap".formatted(UPLOADS, PEOPLE),
                "%d kept".formatted(UPLOADS),
                begun);
        Node.check("writers-check", settings).foundNothing();
        Report.held("many_writers_h2");
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
