package org.noticecascade.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.Wire;
import org.noticecascade.notice.EvidenceProperties;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files beside a study session: who adds, who reads, what is refused. */
@ProcessTest
class EvidenceTest {
    private static final String HUANGPU = "310101";
    private static final String STAFF = "u310101staff";
    private static final byte[] PDF = "%PDF-1.7\n%示范\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private EvidenceProperties properties;

    private Wire wire;
    private long notice;
    private long part;
    private String task;

    @BeforeEach
    void holdASession() {
        wire = new Wire(environment);
        notice = scenario.issueTo("310000", "640000");
        scenario.plan(notice, "310000");
        scenario.sign(notice, HUANGPU);
        scenario.fill(notice, HUANGPU, Kind.SESSION, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));
        scenario.complete(notice, HUANGPU, "scheduleSession");
        task = scenario.task(notice, HUANGPU, "holdSession").getId();
        part = scenario.assignment(notice, HUANGPU).id();
    }

    @Test
    void keepsTheFileWithItsHashAndGivesItBackAsADownload() throws Exception {
        byte[] large = new byte[3 * 1024 * 1024 + 17];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        large[large.length - 1] = 42;

        Answer added = upload(STAFF, "会议记录.pdf", large);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large));
        assertThat(added.body().path("sha256").asText()).isEqualTo(hash);
        assertThat(added.body().path("sizeBytes").asInt()).isEqualTo(large.length);
        assertThat(scenario.acts(notice, HUANGPU)).endsWith("FILE_ADDED");
        submit();
        scenario.decide(notice, HUANGPU, "confirmSession", true, null);
        for (String reader : List.of(STAFF, "u310101lead", "u310000staff", "u000000staff")) {
            var answer = download(reader, added.body().path("id").asLong());
            assertThat(answer.statusCode()).as(reader).isEqualTo(200);
            assertThat(answer.body()).as(reader).isEqualTo(large);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        for (String stranger : List.of("u640100staff", "u310000x", "u640000staff")) {
            assertThat(download(stranger, added.body().path("id").asLong()).statusCode())
                    .as(stranger)
                    .isIn(401, 404);
        }
    }

    /** Until the unit's lead has agreed, a file is the unit's own business. */
    @Test
    void showsSuperiorsNoFileOfADraft() {
        long file = upload(STAFF, "a.pdf", PDF).body().path("id").asLong();
        List<String> superiors = List.of("u310000staff", "u310000supervisor", "u000000staff");
        for (String superior : superiors) {
            assertHidden(superior, file);
        }
        submit();
        for (String superior : superiors) {
            assertHidden(superior, file);
        }

        scenario.decide(notice, HUANGPU, "confirmSession", true, null);

        for (String superior : superiors) {
            assertThat(files(superior)).as(superior).hasSize(1);
            assertThat(download(superior, file).statusCode()).as(superior).isEqualTo(200);
        }
        assertThat(files("u310101supervisor")).hasSize(1);
    }

    private void assertHidden(String superior, long file) {
        assertThat(files(superior)).as(superior).isEmpty();
        assertThat(download(superior, file).statusCode()).as(superior).isEqualTo(404);
        String acts = http.get(superior, "/api/ledger?notice=%d&assignment=%d".formatted(notice, part))
                .text();
        assertThat(acts).as(superior).contains("FILE_ADDED").doesNotContain("a.pdf");
        assertThat(http.get(superior, "/api/board/assignments/" + part).text())
                .as(superior)
                .doesNotContain("a.pdf");
        assertThat(download("u310101lead", file).statusCode()).isEqualTo(200);
    }

    private JsonNode files(String user) {
        return http.get(user, "/api/assignments/" + part + "/files").body().path("files");
    }

    @Test
    void refusesSixtyMegabytesInClearText() {
        byte[] huge = new byte[60 * 1024 * 1024];
        System.arraycopy(PDF, 0, huge, 0, PDF.length);

        Answer refused = upload(STAFF, "录像.pdf", huge);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body().path("detail").asText()).startsWith("文件超过允许的大小");
        assertNothingStored();
    }

    @Test
    void filesOfAllVersionsOfAPartAreCountedTogether() {
        assertThat(upload(STAFF, "会议记录.pdf", PDF).status()).isEqualTo(201);
        long earlier = jdbc.sql("select id from submission where assignment_id = :part and status = 'DRAFT'")
                .param("part", part)
                .query(Long.class)
                .list()
                .get(0);
        fillEarlierVersion(earlier, properties.maxFilesOfPart() - 1);

        Answer refused = upload(STAFF, "再来一份.pdf", PDF);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asText()).contains("含以前各版", "再来一份.pdf");
    }

    /** As if an earlier version had been handed in with that many files. */
    private void fillEarlierVersion(long like, int files) {
        jdbc.sql("""
                        insert into submission (assignment_id, kind, version, status)
                        select assignment_id, kind, 0, 'RETURNED' from submission where id = :like""").param("like", like).update();
        long version = jdbc.sql("select id from submission where assignment_id = :part and version = 0")
                .param("part", part)
                .query(Long.class)
                .single();
        for (int n = 0; n < files; n++) {
            jdbc.sql("""
                            insert into attachment (file_name, media_type, size_bytes, sha256, content, uploaded_by, uploaded_at)
                            select file_name, media_type, size_bytes, sha256, content, uploaded_by, uploaded_at
                              from attachment order by id desc limit 1""").update();
            jdbc.sql(
                            "insert into submission_file (submission_id, attachment_id) select :version, max(id) from attachment")
                    .param("version", version)
                    .update();
        }
    }

    @Test
    void refusesWhatTheContentIsNot() {
        byte[] program = "MZ\u0090 this program".getBytes(StandardCharsets.ISO_8859_1);

        Answer renamed = upload(STAFF, "会议记录.pdf", program);
        Answer otherName = upload(STAFF, "会议记录.docx", PDF);
        Answer empty = upload(STAFF, "会议记录.pdf", new byte[0]);

        assertThat(renamed.status()).isEqualTo(422);
        assertThat(renamed.body().path("detail").asText()).contains("会议记录.pdf", "不是可以接收的类型");
        assertThat(otherName.status()).isEqualTo(422);
        assertThat(otherName.body().path("detail").asText()).contains("与扩展名不符");
        assertThat(empty.status()).isEqualTo(422);
        assertNothingStored();
    }

    @Test
    void cleansTheName() {
        String folder = upload(STAFF, "..\\\\..\\\\etc/../会议.pdf", PDF)
                .body()
                .path("fileName")
                .asText();
        String lines = upload(STAFF, "a%0D%0AX-Evil: 1\u202e.pdf", PDF)
                .body()
                .path("fileName")
                .asText();

        assertThat(folder).isEqualTo("会议.pdf");
        assertThat(lines).doesNotContain("\r", "\n", "\u202e").endsWith(".pdf");
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        String head = """
                POST /api/tasks/%s/files HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: multipart/form-data; boundary=x\r
                X-Requested-With: test\r
                Content-Length: 1000000\r
                \r
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                \r
                %%PDF-1.7""".formatted(task, wire.basic(STAFF)[1]);
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(new byte[100_000]);
            out.flush();
        }

        Awaitility.await().during(Duration.ofSeconds(1)).untilAsserted(this::assertNothingStored);
        assertThat(upload(STAFF, "a.pdf", PDF).status()).isEqualTo(201);
    }

    @Test
    void hasASharePerSubmission() {
        for (int i = 1; i <= 10; i++) {
            assertThat(upload(STAFF, i + ".pdf", PDF).status()).isEqualTo(201);
        }

        Answer eleventh = upload(STAFF, "11.pdf", PDF);

        assertThat(eleventh.status()).isEqualTo(409);
        assertThat(eleventh.body().path("detail").asText()).startsWith("最多 10 个文件");
    }

    @Test
    void onlyWhoHoldsTheTaskAddsAndRemovesAndNothingAfterSubmission() {
        long file = upload(STAFF, "a.pdf", PDF).body().path("id").asLong();
        assertThat(upload("u310101lead", "b.pdf", PDF).status()).isIn(403, 404);
        assertThat(upload("u310000staff", "b.pdf", PDF).status()).isEqualTo(404);
        long gone = upload(STAFF, "c.pdf", PDF).body().path("id").asLong();

        assertThat(http.method(STAFF, "DELETE", "/api/tasks/%s/files/%d".formatted(task, gone))
                        .status())
                .isEqualTo(204);
        assertThat(pieces(gone)).isZero();

        submit();
        assertThat(http.method(STAFF, "DELETE", "/api/tasks/%s/files/%d".formatted(task, file))
                        .status())
                .isEqualTo(404);
        String confirming = scenario.task(notice, HUANGPU, "confirmSession").getId();
        assertThat(http.upload("u310101lead", "/api/tasks/" + confirming + "/files", "d.pdf", PDF)
                        .status())
                .isEqualTo(409);
        assertThat(names()).containsExactly("1 a.pdf");
    }

    @Test
    void aReturnedVersionKeepsItsFilesAndTheNextBeginsWithThem() {
        long file = upload(STAFF, "a.pdf", PDF).body().path("id").asLong();
        submit();
        scenario.decide(notice, HUANGPU, "confirmSession", false, "请补充");
        task = scenario.task(notice, HUANGPU, "holdSession").getId();

        assertThat(names()).containsExactly("2 a.pdf", "1 a.pdf");
        http.method(STAFF, "DELETE", "/api/tasks/%s/files/%d".formatted(task, file));
        upload(STAFF, "b.pdf", PDF);

        assertThat(names()).containsExactly("2 b.pdf", "1 a.pdf");
        assertThat(download("u310101lead", file).statusCode()).isEqualTo(200);
        assertThat(download("u310000staff", file).statusCode()).isEqualTo(404);
    }

    private void submit() {
        scenario.fill(
                notice, HUANGPU, Kind.SESSION, Map.of("heldOn", "2026-03-04", "participants", 3, "summary", "已学习"));
        scenario.complete(notice, HUANGPU, "holdSession");
    }

    private List<String> names() {
        JsonNode files =
                http.get(STAFF, "/api/assignments/" + part + "/files").body().path("files");
        return StreamSupport.stream(files.spliterator(), false)
                .map(file -> file.path("version").asInt() + " "
                        + file.path("fileName").asText())
                .toList();
    }

    private void assertNothingStored() {
        assertThat(jdbc.sql("select count(*) from attachment where notice_id is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from attachment_part")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long pieces(long file) {
        return jdbc.sql("select count(*) from attachment_part where attachment_id = :id")
                .param("id", file)
                .query(Long.class)
                .single();
    }

    private Answer upload(String user, String name, byte[] content) {
        return http.upload(user, "/api/tasks/" + task + "/files", name, content);
    }

    private HttpResponse<byte[]> download(String user, long file) {
        try {
            int port = environment.getRequiredProperty("local.server.port", Integer.class);
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:%d/api/assignments/%d/files/%d/content".formatted(port, part, file)))
                    .headers(wire.basic(user))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
