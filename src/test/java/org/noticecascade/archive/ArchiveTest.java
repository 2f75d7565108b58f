package org.noticecascade.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.Wire;
import org.noticecascade.ledger.Chain;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.SealHash;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class ArchiveTest {
    private static final String PROVINCE = "640000";
    private static final String CITY = "640100";
    private static final byte[] EVIDENCE = "%PDF-1.7\n<b>佐证</b>".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Scenario scenario;

    @Autowired
    private Environment environment;

    @Autowired
    private Chain chain;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Wire wire;
    private long notice;
    private long other;

    @BeforeEach
    void aNoticeOnItsWay() {
        wire = new Wire(environment);
        other = scenario.issueTo("310000");
        notice = scenario.issueTo(PROVINCE, "310000");
        scenario.sign(notice, PROVINCE);
        scenario.draftPlan(notice, PROVINCE);
        scenario.decide(notice, PROVINCE, "approvePlan", true, null);
        scenario.decide(notice, PROVINCE, "reviewPlan", false, "请补充 <措施>");
        scenario.draftPlan(notice, PROVINCE);
        scenario.decide(notice, PROVINCE, "approvePlan", true, null);
        scenario.decide(notice, PROVINCE, "reviewPlan", true, null);
        scenario.sign(other, "310000");
        scenario.sign(notice, CITY);
        upload("学习 照片?.pdf");
        scenario.fill(notice, CITY, Kind.SESSION, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));
        scenario.complete(notice, CITY, "scheduleSession");
        scenario.fill(
                notice,
                CITY,
                Kind.SESSION,
                Map.of("heldOn", "2026-03-04", "participants", 5, "summary", "<script>已学习</script>"));
        scenario.complete(notice, CITY, "holdSession");
        scenario.decide(notice, CITY, "confirmSession", true, null);
    }

    private void upload(String name) {
        String task = scenario.task(notice, CITY, "scheduleSession").getId();
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(EVIDENCE);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        String[] basic = wire.basic("u640100staff");
        assertThat(wire.send(
                                "POST",
                                "/api/tasks/" + task + "/files",
                                body.toByteArray(),
                                basic[0],
                                basic[1],
                                "Content-Type",
                                "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(201);
    }

    // ---- what is in it

    @Test
    void holdsWhatWasIssuedAndHandedInWithTheFiles() throws Exception {
        scenario.sign(notice, "310000");
        scenario.fill(notice, "310000", Kind.PLAN, Map.of("measures", "草稿中的话"));

        Repacked archive = new Repacked(export());

        assertThat(archive.text("units/310000/310000/work.json")).doesNotContain("草稿中的话");
        assertThat(archive.files().keySet())
                .contains(
                        "README.txt",
                        "index.html",
                        "notice/notice.json",
                        "notice/notice.txt",
                        "units/000000/000000/work.json",
                        "units/640000/index.html",
                        "units/640000/640000/work.json",
                        "units/640000/640100/work.json",
                        "units/310000/310000/work.json",
                        "ledger/entries.jsonl",
                        "ledger/chain.txt",
                        "manifest.json",
                        "SHA256SUMS")
                .allSatisfy(path -> assertThat(path).matches("[^\\\\:*?\"<>|]+").doesNotContain(".."));
        assertThat(archive.text("notice/notice.txt")).contains("标准化学习");
        assertThat(archive.text(archive.pathEnding("-通知.txt"))).contains("标准化学习");
        assertThat(archive.files().get(archive.pathEnding("-学习 照片_.pdf"))).isEqualTo(EVIDENCE);
        JsonNode plans = new ObjectMapper().readTree(archive.text("units/640000/640000/work.json"));
        assertThat(plans.path("handedIn"))
                .hasSize(2)
                .allSatisfy(version -> assertThat(
                                version.path("work").path("measures").asText())
                        .isEqualTo("组织学习"));
        assertThat(archive.text("units/640000/index.html"))
                .contains("请补充 &lt;措施&gt;", "工作方案 第 2 版", "&lt;script&gt;", "640100/evidence/")
                .doesNotContain("<script>");
        assertThat(archive.text("index.html")).contains("units/640000/index.html", "宁夏");
        assertThat(archive.text("README.txt"))
                .contains(
                        "sha256sum -c SHA256SUMS",
                        "--verify-archive",
                        chain.head().orElseThrow().toString())
                .doesNotContain("${");
    }

    @Test
    void showsNothingOfOtherNoticesButHashes() throws Exception {
        Repacked archive = new Repacked(export());

        List<String> entries = archive.text("ledger/entries.jsonl").lines().toList();
        assertThat(entries)
                .hasSizeGreaterThan(10)
                .allSatisfy(entry -> assertThat(entry).contains("\"noticeId\":" + notice));
        assertThat(archive.text("ledger/chain.txt").lines())
                .hasSizeGreaterThan(entries.size())
                .allSatisfy(line -> assertThat(line).matches("\\d+ [0-9a-f]{64}"));
    }

    @Test
    void notesTheExportAndItsManifestInTheLedger() throws Exception {
        Path archive = export();

        String manifest = Repacked.sha256(new Repacked(archive).files().get("manifest.json"));
        assertThat(jdbc.sql("select actor || ' ' || to_value from ledger where act = 'NOTICE_EXPORTED'")
                        .query(String.class)
                        .list())
                .containsExactly("u000000supervisor 清单 SHA-256 " + manifest);
    }

    @Test
    void sha256sumReadsTheSums() throws Exception {
        Repacked archive = new Repacked(export());

        assertThat(archive.text("SHA256SUMS").lines())
                .hasSize(archive.files().size() - 1)
                .allSatisfy(line -> {
                    String path = line.substring(66);
                    assertThat(line).isEqualTo(Repacked.sha256(archive.files().get(path)) + "  " + path);
                });
    }

    // ---- checking it

    /** One export for all: setting the scene costs seconds. */
    @Test
    void isIntactAsExportedAndNamesWhatWasTamperedWith() throws Exception {
        Path exported = export();
        Head head = chain.head().orElseThrow();
        assertThat(verify(exported)).as(output()).isZero();
        assertThat(verify(exported, "--head=" + head)).isZero();
        assertThat(said()).contains("档案包完好", head.toString());

        namesEachFileThatDiffers(exported);
        namesWhatAForgerWhoRelistsEverythingChanged(exported);
        namesAHeadOfAnotherChain(exported, head);
        cannotCheckWhatIsNoWholeArchive(exported);
    }

    private void namesEachFileThatDiffers(Path exported) throws IOException {
        Repacked archive = new Repacked(exported);
        archive.change("units/640000/640000/work.json", text -> text.replace("组织学习", "没有学习"));
        archive.remove("notice/notice.txt");
        archive.files().put("units/640000/extra.txt", new byte[] {1});

        assertThat(verify(archive.pack(folder.resolve("t.zip")))).isEqualTo(1);
        assertThat(said())
                .contains(
                        "文件被改动：units/640000/640000/work.json",
                        "缺少文件：notice/notice.txt",
                        "多出的文件：units/640000/extra.txt",
                        "3 处不符");
    }

    private void namesWhatAForgerWhoRelistsEverythingChanged(Path exported) throws IOException {
        assertForged(exported, "ledger/entries.jsonl", text -> text.replace("请补充", "很好"), "台账记录与链不符：位置");
        assertForged(exported, "ledger/entries.jsonl", text -> text.substring(text.indexOf('\n') + 1), "台账记录", "条，清单为");
        assertForged(
                exported,
                "ledger/chain.txt",
                text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1),
                "链止于");
        assertForged(
                exported,
                "ledger/chain.txt",
                text -> text.substring(0, 200) + text.substring(text.indexOf('\n', 200) + 1),
                "chain.txt 在位置");
        assertForged(exported, "-学习 照片_.pdf", text -> text + "x", "佐证材料不是台账所记上传的文件");
    }

    private void assertForged(Path exported, String ending, UnaryOperator<String> change, String... named)
            throws IOException {
        Repacked archive = new Repacked(exported);
        archive.change(archive.pathEnding(ending), change);

        assertThat(verify(archive.relist().pack(folder.resolve("t.zip")))).isEqualTo(1);
        assertThat(said()).contains(named).doesNotContain("文件被改动");
    }

    private void namesAHeadOfAnotherChain(Path exported, Head head) {
        assertThat(verify(exported, "--head=" + new Head(head.position(), SealHash.NONE)))
                .isEqualTo(1);
        assertThat(said()).contains("与记下的链首不符");
        assertThat(verify(exported, "--head=" + new Head(head.position() + 1000, SealHash.NONE)))
                .isEqualTo(1);
        assertThat(said()).contains("不在本档案包的链段内");
    }

    private void cannotCheckWhatIsNoWholeArchive(Path exported) throws IOException {
        byte[] bytes = Files.readAllBytes(exported);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(verify(cut)).isEqualTo(2);
        assertThat(verify(folder.resolve("none.zip"))).isEqualTo(2);
        assertThat(verify(new Repacked(exported).remove("manifest.json").pack(folder.resolve("m.zip"))))
                .isEqualTo(2);
        assertThat(verify(exported, "--head=x")).isEqualTo(2);
        assertThat(said()).contains("无法核对", "没有 manifest.json");
    }

    @Test
    void saysSoWhenTheLedgerWasTamperedWithBeforeTheExport() throws Exception {
        export();
        jdbc.sql("delete from ledger where notice_id = :notice and act = 'SIGNED' and unit_code = '640100'")
                .param("notice", notice)
                .update();
        jdbc.sql("update ledger set to_value = 'x' where notice_id = :notice and act = 'PLAN_RETURNED'")
                .param("notice", notice)
                .update();

        assertThat(verify(export())).isEqualTo(1);
        assertThat(output()).contains("导出时台账缺少位置", "台账记录与链不符");
    }

    @Test
    void cannotCheckWhatIsNoWholeArchive() throws Exception {
        Path archive = export();
        byte[] bytes = Files.readAllBytes(archive);
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(verify(cut)).isEqualTo(2);
        assertThat(verify(folder.resolve("none.zip"))).isEqualTo(2);
        assertThat(verify(new Repacked(archive).remove("manifest.json").pack(folder.resolve("m.zip"))))
                .isEqualTo(2);
        assertThat(verify(archive, "--head=x")).isEqualTo(2);
        assertThat(output()).contains("无法核对", "没有 manifest.json");
    }

    // ---- who may

    @Test
    void isForLeadsAndSupervisorsOfHeadquartersAndAdministrators() throws Exception {
        for (String reader : List.of("u000000lead", "u000000supervisor", "admin")) {
            assertThat(get(reader).statusCode()).as(reader).isEqualTo(200);
        }
        for (String refused : List.of("u000000staff", "u640000supervisor", "u640100staff")) {
            assertThat(get(refused).statusCode()).as(refused).isEqualTo(403);
        }
        assertThat(get("u460000staff").statusCode()).isEqualTo(404);
        assertThat(wire.json(null, "GET", "/api/notices/" + notice + "/archive", null)
                        .status())
                .isEqualTo(401);
        assertThat(wire.json("admin", "GET", "/api/notices/987654321/archive", null)
                        .status())
                .isEqualTo(404);
    }

    // ---- steps

    private Path export() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("u000000supervisor");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "filename*=UTF-8''", "%E9%80%9A%E7%9F%A5");
        return Files.write(Files.createTempFile(folder, "archive", ".zip"), answer.body());
    }

    private HttpResponse<byte[]> get(String user) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + environment.getRequiredProperty("local.server.port") + "/api/notices/" + notice + "/archive"))
                .headers(wire.basic(user))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private int verify(Path archive, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--verify-archive=" + archive));
        arguments.addAll(List.of(more));
        return CommandLineArchiveCheck.verify(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What was printed since the last question. */
    private String said() {
        String said = output();
        printed.reset();
        return said;
    }
}
