package org.noticecascade.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * No room for the database file. A limit on the size of a file ({@code ulimit -f}) makes writing fail as a full disk
 * does and needs no rights; a small file system of its own would need root.
 */
@Tag("faults")
class DiskFaultsTest {
    private static final int PORT = 8148;
    private static final int ROOM_BYTES = 3_000_000;

    @Test
    void keepsEveryUploadItAcknowledgedWhenItsFileMayGrowNoMore() throws Exception {
        Path folder = Path.of("target", "faults", "disk").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Map<String, String> settings = Map.of(
                "cascade.data-folder", folder.toString(),
                "cascade.patrol.make-up", "false",
                "cascade.demo.provinces", "");
        try (Node node = Node.withPeople("disk-1", PORT, "", settings)) {
            node.awaitSaid("notice-cascade is ready");
        }
        long size = Files.size(folder.resolve("cascade.mv.db"));
        long limit = (size + ROOM_BYTES) / 1024;
        int kept = 0;
        boolean refused = false;
        try (Node node = Node.withPeople("disk-2", PORT, "ulimit -f " + limit, settings)) {
            node.awaitSaid("notice-cascade is ready");
            Clerks clerks = new Clerks(new JdbcTemplate(), () -> PORT);
            for (int n = 0; n < 200 && !refused; n++) {
                int status = status(clerks, (n + " 通知正文。").repeat(20_000));
                refused = status != 201;
                kept += refused ? 0 : 1;
            }
        }
        assertThat(refused).as("the limit was met after %d uploads", kept).isTrue();
        try (Node node = Node.withPeople("disk-3", PORT, "", settings)) {
            node.awaitSaid("notice-cascade is ready");
        }
        assertThat(attachments(folder)).as("uploads there after the restart").isGreaterThanOrEqualTo(kept);
        Node check = Node.check("disk-check", settings);
        assertThat(check.exitCode()).as("see %s", check.log()).isZero();
    }

    private static int status(Clerks clerks, String text) throws InterruptedException {
        try {
            return clerks.upload(text).statusCode();
        } catch (IOException noAnswer) {
            return 0;
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
