package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.Scenario;
import org.noticecascade.faults.Clerks.Work;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * No room for the database file or for uploads. A limit on the size of a file ({@code ulimit -f}) makes writing fail as
 * a full disk does and needs no rights; a small file system of its own would need root.
 */
@Tag("faults")
class DiskFaultsTest {
    private static final int PORT = 8148;
    private static final int ROOM_BYTES = 3_000_000;
    private static final int NO_ROOM = 507;

    @AfterAll
    static void print() {
        Report.print();
    }

    @Test
    void keepsEveryUploadItAcknowledgedWhenItsFileMayGrowNoMore() throws Exception {
        long begun = System.nanoTime();
        Report.begin("disk_full_h2");
        Path folder = Node.emptyFolder("disk");
        Map<String, String> settings = Map.of(
                "cascade.data-folder", folder.toString(),
                "cascade.patrol.make-up", "false",
                "cascade.demo.provinces", "");
        try (Node node = Node.withPeople("disk-1", PORT, "", settings)) {
            node.awaitReady();
        }
        long size = Files.size(folder.resolve("cascade.mv.db"));
        long limit = (size + ROOM_BYTES) / 1024;
        int kept = 0;
        HttpResponse<String> refused = null;
        try (Node node = Node.withPeople("disk-2", PORT, "ulimit -f " + limit, settings)) {
            node.awaitReady();
            Clerks clerks = new Clerks(new JdbcTemplate(), () -> PORT);
            for (int n = 0; n < 200 && refused == null; n++) {
                HttpResponse<String> answer = clerks.upload((n + " 通知正文。").repeat(20_000));
                kept += answer.statusCode() == 201 ? 1 : 0;
                refused = answer.statusCode() == 201 ? null : answer;
            }
        }
        assertThat(refused).as("the limit was met after %d uploads", kept).isNotNull();
        Report.did(
                "disk_full_h2",
                "the database file may grow no more (ulimit)",
                "%d uploads kept, then %d".formatted(kept, refused.statusCode()),
                begun);
        assertThat(refused.statusCode()).as(refused.body()).isIn(NO_ROOM, 503);
        assertThat(refused.body()).containsPattern("\\p{IsHan}{6,}");
        try (Node node = Node.withPeople("disk-3", PORT, "", settings)) {
            node.awaitReady();
        }
        assertThat(attachments(folder)).as("uploads there after the restart").isGreaterThanOrEqualTo(kept);
        Node.check("disk-check", settings).foundNothing();
        Report.held("disk_full_h2");
    }

    @Test
    void refusesUploadsForWhichItsTemporaryFolderHasNoRoom() throws Exception {
        long begun = System.nanoTime();
        Report.begin("disk_full_uploads");
        Database database = CascadeRun.withPeople("uploads");
        Path folder = Node.emptyFolder("uploads-tmp");
        Map<String, String> settings = new LinkedHashMap<>(database.settings());
        settings.put("cascade.patrol.make-up", "false");
        settings.put("cascade.demo.provinces", "460000");
        String limit = "export JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=%s; ulimit -f 2000".formatted(folder);
        Clerks clerks = new Clerks(database.jdbc(), () -> PORT);
        try (Node node = Node.withPeople("uploads-1", PORT, limit, settings)) {
            node.awaitReady();
            clerks.issue(Scenario.text(106), "460000", "000001");
            Work session = untilSomebodyHoldsASession(clerks);
            String files = "/api/tasks/" + session.task() + "/files";
            String large = "会议记录。".repeat(400_000);
            long before = database.count("attachment");

            for (HttpResponse<String> answer : List.of(
                    clerks.upload("u000000staff", "/api/documents", "n.txt", large),
                    clerks.upload(session.user(), files, "evidence.txt", large),
                    clerks.upload("admin", "/api/imports?kind=UNITS", "units.csv", large))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(NO_ROOM);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).contains("存储空间不足", "未保存");
            }

            assertThat(database.count("attachment")).as("files kept").isEqualTo(before);
            HttpResponse<String> small = clerks.upload(session.user(), files, "evidence.pdf", "%PDF-1.4\n%%EOF\n");
            assertThat(small.statusCode())
                    .as("a file there is room for: " + small.body())
                    .isEqualTo(201);
        }
        assertThat(database.count("attachment_part p where not exists (select 1 from attachment a"
                        + " where a.id = p.attachment_id)"))
                .as("pieces of no file")
                .isZero();
        assertThat(leftOver(folder)).as("left in the temporary folder").isEmpty();
        Report.did(
                "disk_full_uploads",
                "6 MB uploads, room for 2 MB in the temporary folder; files in PostgreSQL",
                "3 answered 507, nothing kept of them; a small one kept",
                begun);
        Node.check("uploads-check", database.settings()).foundNothing();
        Report.held("disk_full_uploads");
    }

    private static Work untilSomebodyHoldsASession(Clerks clerks) throws Exception {
        while (true) {
            List<Work> sessions = clerks.open("holdSession");
            if (!sessions.isEmpty()) {
                return sessions.get(0);
            }
            clerks.work(0, 1);
        }
    }

    private static List<Path> leftOver(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("hsperfdata"))
                    .toList();
        }
    }

    private static long attachments(Path folder) throws Exception {
        try (var connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("cascade").toAbsolutePath() + ";IFEXISTS=TRUE", "sa", "")) {
            return new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                    .queryForObject("select count(*) from attachment", Long.class);
        }
    }
}
