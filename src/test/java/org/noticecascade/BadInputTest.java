package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Wire.Reply;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and machines send by mistake: refused in Chinese, nothing lost, the task still open. */
@ProcessTest
class BadInputTest {
    private static final String NINGXIA = "640000";
    private static final String STAFF = "u640000staff";
    private static final String HQ_STAFF = "u000000staff";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Submissions submissions;

    @Autowired
    private JdbcClient jdbc;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    // ---- documents

    @Test
    void emptyFile() {
        assertRefused(upload("通知.txt", new byte[0]), 422, "文件是空的");
        assertThat(stored()).isZero();
    }

    @Test
    void fiftyMegabytesOfText() {
        byte[] text = new byte[49 * 1024 * 1024];
        Arrays.fill(text, (byte) 'a');

        assertRefused(upload("通知.txt", text), 422, "文件过大");
        assertThat(stored()).isZero();
    }

    @Test
    void moreThanAnyUpload() {
        byte[] text = new byte[51 * 1024 * 1024];

        assertRefused(upload("通知.txt", text), 413, "文件超过允许的大小");
        assertThat(stored()).isZero();
    }

    @Test
    void binaryRenamedToTxt() {
        assertRefused(upload("通知.txt", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8}), 422, "不是纯文本");
        assertRefused(
                upload("通知.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}), 422, "文件");
        assertThat(stored()).isZero();
    }

    @Test
    void gbkTextIsRead() {
        Reply reply = upload("通知.txt", Scenario.text(7).getBytes(Charset.forName("GBK")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().path("preview").path("documentNumber").asText()).isEqualTo("国市监示范〔2026〕7号");
        jdbc.sql("delete from attachment").update();
    }

    @Test
    void aFileNameWithFoldersAndControlCharacters() {
        Reply reply = upload("..\\\\..\\\\etc/通\u0007知.txt", Scenario.text(7).getBytes(StandardCharsets.UTF_8));

        assertThat(reply.json().path("fileName").asText())
                .doesNotContain("/", "\\", "\u0007")
                .endsWith("知.txt");
        jdbc.sql("delete from attachment").update();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,400",
        "multipart/form-data,400",
        "multipart/form-data; boundary=x,400",
        "text/plain,400"
    })
    void anUploadThatIsNone(String type, int status) {
        String[] basic = wire.basic(HQ_STAFF);
        Reply reply = wire.send(
                "POST",
                "/api/documents",
                "rubbish".getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                type);

        assertRefused(reply, status, "文件");
    }

    // ---- drafting

    @Test
    void aNoticeWithoutNumberOrDateOpensWithTheFieldsEmptyAndAskedFor() {
        long draft = scenario.draft("关于开展学习的通知\n各省市场监管局:\n一、学习\n各单位要组织学习。\n");

        Reply read = wire.json(HQ_STAFF, "GET", "/api/notices/" + draft, null);
        assertThat(read.json().path("documentNumber").isNull()).isTrue();
        assertThat(read.json().path("issueDate").isNull()).isTrue();
        Reply refused = complete(draft, "draftNotice");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).isEqualTo("请填写“发文字号”后再提交。");
        wire.json(HQ_STAFF, "PUT", "/api/notices/" + draft, "{\"documentNumber\":\"示范〔2026〕1号\",\"issuer\":\"示范局\"}");
        assertThat(complete(draft, "draftNotice").message()).isEqualTo("请填写“成文日期”后再提交。");
        assertThat(scenario.open(draft, Scenario.HQ)).containsExactly("draftNotice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"999999\"", "\"440300\"", "\"000000\"", "\"\"", "\"' or 1=1\"", "null"})
    void anAddresseeThatIsNoUnitBelowHeadquarters(String code) {
        long draft = scenario.draft(Scenario.text(1));
        String before = view(draft);

        assertRefused(put(draft, "{\"title\":\"改\",\"addresseeCodes\":[\"110000\",%s]}".formatted(code)), 422, "收文单位");
        assertThat(view(draft)).isEqualTo(before);
    }

    @Test
    void aDueDateBeforeTheIssueDate() {
        long draft = scenario.draft(Scenario.text(1));
        scenario.address(draft, NINGXIA);
        String dues = jdbcDues(draft).replaceFirst("\"dueDate\":\"[0-9-]+\"", "\"dueDate\":\"2026-03-02\"");
        assertThat(put(draft, "{\"dues\":%s}".formatted(dues)).status()).isEqualTo(200);

        Reply refused = complete(draft, "draftNotice");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).contains("早于成文日期", "2026年3月2日（星期一）");
        assertThat(scenario.open(draft, Scenario.HQ)).containsExactly("draftNotice");
    }

    @Test
    void aDueDateOnADayOffIsMovedAndSaysSo() {
        long draft = scenario.draft(Scenario.text(1));

        Reply saved = put(draft, "{\"dues\":[{\"level\":\"PROVINCE\",\"stage\":\"PLAN\",\"dueDate\":\"2026-10-03\"}]}");

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("hints").path(0).asText()).contains("2026年10月3日（星期六）", "休息日", "2026年10月8日（星期四）");
        assertThat(saved.json()
                        .path("notice")
                        .path("dues")
                        .path(0)
                        .path("dueDate")
                        .asText())
                .isEqualTo("2026-10-08");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":",
                "[]",
                "null",
                "\"text\"",
                "{\"title\":{}}",
                "{\"issueDate\":\"2026-02-30\"}",
                "{\"issueDate\":\"+99999-01-01\"}",
                "{\"issueDate\":\"1026-01-01\"}",
                "{\"issueDate\":20260101}",
                "{\"urgency\":\"FOO\"}",
                "{\"urgency\":1}",
                "{\"downTo\":\"VILLAGE\"}",
                "{\"downTo\":\"HQ\"}",
                "{\"titel\":\"x\"}",
                "{\"dues\":[null]}",
                "{\"dues\":[{}]}",
                "{\"dues\":[{\"level\":\"PROVINCE\",\"stage\":\"PLAN\",\"dueDate\":\"+99999-01-01\"}]}",
                "{\"dues\":[{\"level\":\"PROVINCE\",\"stage\":\"PLAN\",\"dueDate\":\"2026-05-06\"},"
                        + "{\"level\":\"PROVINCE\",\"stage\":\"PLAN\",\"dueDate\":\"2026-05-07\"}]}",
                "{\"requirements\":[null]}",
                "{\"requirements\":[{}]}",
                "{\"requirements\":[{\"position\":0,\"selected\":true,\"dueDate\":\"+99999-01-01\"}]}",
                "{\"requirements\":[{\"position\":\"eins\",\"selected\":true}]}",
                "{\"requirements\":[{\"position\":0,\"selected\":true,\"content\":\"改写\"}]}",
                "{\"requirements\":[{\"position\":-1,\"selected\":true,\"content\":\"x\"}]}",
                "{\"requirements\":[{\"position\":50,\"selected\":true,\"content\":\"a\\u0000b\"}]}",
                "{\"requirements\":[{\"position\":50,\"selected\":true,\"content\":{}}]}",
                "{\"addresseeCodes\":\"110000\"}",
                "{\"title\":\"a\\u0000b\"}",
                "{\"title\":\"a\\ud800b\"}",
                "{\"title\":\"x\"}{\"title\":\"y\"}"
            })
    void aDraftThatCannotBe(String body) {
        long draft = scenario.draft(Scenario.text(1));
        String before = view(draft);

        Reply reply = put(draft, body);

        assertRefused(reply, reply.status(), "");
        assertThat(reply.status()).isIn(400, 422);
        assertThat(view(draft)).isEqualTo(before);
    }

    @Test
    void veryLongAndVeryDeepBodies() {
        long draft = scenario.draft(Scenario.text(1));

        assertRefused(put(draft, "{\"title\":\"%s\"}".formatted("长".repeat(501))), 422, "最多 500 字，现有 501 字");
        assertRefused(put(draft, "{\"title\":\"%s\"}".formatted("长".repeat(1_000_000))), 400, "JSON");
        assertRefused(
                put(
                        draft,
                        "{\"requirements\":[{\"position\":50,\"selected\":true,\"content\":\"%s\"}]}"
                                .formatted("长".repeat(2001))),
                422,
                "最多 2000 字，现有 2001 字");
        assertRefused(put(draft, "{\"dues\":%s%s}".formatted("[".repeat(900), "]".repeat(900))), 400, "JSON");
        assertRefused(put(draft, "[".repeat(100_000)), 400, "JSON");
    }

    // ---- work

    @Test
    void aReportWhileSubordinatesAreOpen() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.plan(notice, NINGXIA);
        scenario.sign(notice, "640100");
        scenario.study(notice, "640104", 20);
        scenario.fill(notice, "640104", Kind.REPORT, Map.of("content", "已落实"));
        long above = scenario.assignment(notice, "640105").parentId();
        putBelow(notice, "640105", scenario.assignment(notice, "640104").id());
        String task = scenario.task(notice, "640104", "compileReport").getId();

        Reply refused = wire.json("u640104staff", "POST", "/engine-rest/task/" + task + "/complete", "{}");

        putBelow(notice, "640105", above);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).isEqualTo("还有 1 个下级单位未办结，暂不能报送；请先催促或等待其完成。");
        assertThat(scenario.open(notice, "640104")).containsExactly("compileReport");
    }

    private void putBelow(long notice, String unit, long parent) {
        jdbc.sql("update assignment set parent_id = :parent where notice_id = :notice and unit_code = :unit")
                .param("parent", parent)
                .param("notice", notice)
                .param("unit", unit)
                .update();
    }

    @Test
    void aPlanOfTwentyThousandCharactersAndOneMore() {
        String work = work(notice());
        String measures = "措".repeat(19_999) + "\uD83D\uDE00";
        assertThat(wire.json(STAFF, "PUT", work, "{\"measures\":\"%s\"}".formatted(measures))
                        .status())
                .isEqualTo(200);

        Reply refused = wire.json(STAFF, "PUT", work, "{\"measures\":\"%s施\"}".formatted(measures));

        assertRefused(refused, 422, "最多 20000 字，现有 20001 字");
        Reply form = wire.json(STAFF, "GET", work.replace("/work", ""), null);
        assertThat(form.json().path("work").path("measures").asText()).isEqualTo(measures);
    }

    @Test
    void scriptsAreTextAndComeBackAsText() {
        String script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        String work = work(notice());

        Reply saved = wire.json(STAFF, "PUT", work, "{\"measures\":\"%s\"}".formatted(script));
        Reply form = wire.send(
                "GET", work.replace("/work", ""), null, wire.basic(STAFF)[0], wire.basic(STAFF)[1], "Accept", "*/*");

        for (Reply reply : new Reply[] {saved, form}) {
            assertThat(reply.json().path("work").path("measures").asText()).isEqualTo(script);
            assertThat(reply.type()).startsWith("application/json");
            assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
        Reply asPage = wire.send(
                "GET",
                work.replace("/work", ""),
                null,
                wire.basic(STAFF)[0],
                wire.basic(STAFF)[1],
                "Accept",
                "text/html");
        assertRefused(asPage, 406, "JSON");
        Reply echoed = wire.json(STAFF, "PUT", work, "{\"<script>\":1}");
        assertRefused(echoed, 422, "未知的字段");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"measures\":",
                "[]",
                "null",
                "",
                "{\"measures\":1}",
                "{\"measures\":{\"a\":{}}}",
                "{\"measures\":[\"x\"]}",
                "{\"startsOn\":\"2026-02-30\"}",
                "{\"startsOn\":\"morgen\"}",
                "{\"startsOn\":{\"a\":1}}",
                "{\"startsOn\":\"+999999999-12-31\"}",
                "{\"startsOn\":\"0026-03-01\"}",
                "{\"measure\":\"x\"}",
                "{\"measures\":\"a\\u0000b\"}",
                "{\"measures\":\"a\\ud83d\"}",
                "{\"responsible\":\"\\udc00\"}",
                "{\"measures\":\"x\"} rest"
            })
    void aPlanThatCannotBe(String body) {
        long notice = notice();
        String work = work(notice);
        assertThat(wire.json(STAFF, "PUT", work, "{\"measures\":\"原文\",\"startsOn\":\"2026-03-05\"}")
                        .status())
                .isEqualTo(200);

        Reply reply = wire.json(STAFF, "PUT", work, body);

        assertRefused(reply, reply.status(), "");
        assertThat(reply.status()).isIn(400, 422);
        long draft = submissions
                .expect(scenario.assignment(notice, NINGXIA).id(), Kind.PLAN)
                .id();
        assertThat(submissions.work(Kind.PLAN).read(draft))
                .containsEntry("measures", "原文")
                .hasEntrySatisfying("startsOn", day -> assertThat(day).hasToString("2026-03-05"));
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("draftPlan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"participants\":0}",
                "{\"participants\":-3}",
                "{\"participants\":100001}",
                "{\"participants\":1e99}",
                "{\"participants\":99999999999999999999}",
                "{\"participants\":\"viele\"}",
                "{\"participants\":1.5}",
                "{\"participants\":true}",
                "{\"form\":\"茶话会\"}",
                "{\"summary\":5}",
                "{\"summery\":\"x\"}"
            })
    void aSessionThatCannotBe(String body) {
        long notice = scenario.issueTo("000001");
        scenario.sign(notice, "000001");
        String work = "/api/tasks/"
                + scenario.task(notice, "000001", "scheduleSession").getId() + "/work";
        assertThat(wire.json("u000001staff", "PUT", work, "{\"participants\":12}")
                        .status())
                .isEqualTo(200);

        Reply reply = wire.json("u000001staff", "PUT", work, body);

        assertRefused(reply, 422, "");
        long draft = submissions
                .expect(scenario.assignment(notice, "000001").id(), Kind.SESSION)
                .id();
        assertThat(submissions.work(Kind.SESSION).read(draft)).containsEntry("participants", 12);
    }

    @Test
    void aReasonThatCannotBeKeptReturnsNothing() {
        long notice = notice();
        scenario.draftPlan(notice, NINGXIA);
        String task = scenario.task(notice, NINGXIA, "approvePlan").getId();
        for (String reason : new String[] {"a\\u0000b", "\\ud800", "长".repeat(1001), "  "}) {
            Reply reply = wire.json(
                    "u640000lead",
                    "POST",
                    "/engine-rest/task/" + task + "/complete",
                    "{\"variables\":{\"approved\":{\"value\":false},\"reason\":{\"value\":\"%s\"}}}".formatted(reason));
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.message()).contains("理由");
        }
        assertThat(scenario.open(notice, NINGXIA)).containsExactly("approvePlan");
    }

    // ---- addresses and parameters

    @ParameterizedTest
    @CsvSource({
        "GET,/notices/abc,400",
        "GET,/notices/1.5,400",
        "GET,/notices/9223372036854775808,400",
        "GET,/notices/-1,404",
        "GET,/notices?page=-1,422",
        "GET,/notices?page=2147483647,422",
        "GET,/notices?page=99999999999,400",
        "GET,/notices?size=0,422",
        "GET,/notices?size=2147483647,422",
        "GET,/notices?size=abc,400",
        "GET,/units?size=201,422",
        "GET,/units?page=2147483647,422",
        "GET,/units?level=FOO,422",
        "GET,/units?text=%00,422",
        "GET,/units?parent=%00,422",
        "GET,/units/nothing,404",
        "GET,/notices/1/assignments?size=-1,422",
        "GET,/notices/1/proposal?urgency=FOO,400",
        "GET,/notices/1/proposal?downTo=0,400",
        "GET,/calendar,400",
        "GET,/calendar?from=2026-02-30&to=2026-03-01,400",
        "GET,/calendar?from=2026-03-01,400",
        "GET,/calendar?from=2026-03-02&to=2026-03-01,422",
        "GET,/calendar?from=2001-01-01&to=2026-03-01,422",
        "GET,/calendar?from=%2B999999999-12-31&to=%2B999999999-12-31,422",
        "GET,/calendar?from=-999999999-01-01&to=-999999999-01-02,422",
        "GET,/due-dates?day=%2B999999999-12-31,422",
        "GET,/due-dates?day=9999-12-31,422",
        "GET,/due-dates?day=0000-01-01,422",
        "GET,/due-dates?day=2026-02-30,400",
        "GET,/ledger,400",
        "GET,/ledger?notice=,400",
        "GET,/ledger?notice=x,400",
        "GET,/documents/x/content,400",
        "GET,/documents/1/content,404",
        "GET,/tasks/%E4%BB%BB%E5%8A%A1,404",
        "GET,/nothing,404",
        "POST,/notices,405",
        "PATCH,/notices/1,405",
        "DELETE,/notices/1,405",
        "PUT,/units/110000,405"
    })
    void addressesAndParameters(String method, String path, int status) {
        Reply reply = wire.json(HQ_STAFF, method, "/api" + path, method.equals("GET") ? null : "{}");

        assertRefused(reply, status, "");
    }

    @Test
    void aBodyThatIsNoJson() {
        String[] basic = wire.basic(HQ_STAFF);
        Reply reply = wire.send(
                "PUT",
                "/api/notices/1",
                "title=x".getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                "text/plain");

        assertRefused(reply, 415, "JSON");
    }

    /** A name without a value is a parameter that is null, and a percent sign begins no number. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"x\"}", "title=%PDF-1.7"})
    void aFormInThePlaceOfJson(String body) {
        String[] basic = wire.basic(HQ_STAFF);
        Reply reply = wire.send(
                "PUT",
                "/api/notices/1",
                body.getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertRefused(reply, 415, "JSON");
    }

    @Test
    void dueDatesOfNoDay() {
        assertThat(wire.json(HQ_STAFF, "GET", "/api/due-dates?day=,", null).json())
                .isEmpty();
        assertThat(wire.json(HQ_STAFF, "GET", "/api/due-dates?day=2026-03-05,,2026-03-05", null)
                        .json())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*"})
    void aBodyOfAnyType(String type) {
        String[] basic = wire.basic(HQ_STAFF);
        Reply reply = wire.send(
                "PUT",
                "/api/notices/1",
                "{}".getBytes(StandardCharsets.UTF_8),
                basic[0],
                basic[1],
                "Content-Type",
                type);

        assertRefused(reply, 415, "JSON");
    }

    @Test
    void theFormOfATaskThatIsNot() {
        for (String user : new String[] {"admin", HQ_STAFF}) {
            Reply reply = wire.json(user, "GET", "/engine-rest/task/nothing/deployed-form", null);
            assertThat(reply.status()).as(reply.text()).isEqualTo(404);
            assertThat(reply.message()).startsWith("该任务已办结");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/task/{task}/complete|null",
                "/task/{task}/submit-form|null",
                "/task/{task}/complete|{\"variables\":{\"x\":null}}",
                "/process-definition/key/headquarters-notice/start|{\"variables\":{\"x\":null}}",
                "/history/task|null",
                "/process-instance|null"
            })
    void theEngineIsSentNothing(String path, String body) {
        long draft = scenario.draft(Scenario.text(1));
        String task = scenario.task(draft, Scenario.HQ, "draftNotice").getId();

        Reply reply = wire.json(HQ_STAFF, "POST", "/engine-rest" + path.replace("{task}", task), body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.message()).contains("请求内容不完整");
        assertThat(scenario.open(draft, Scenario.HQ)).containsExactly("draftNotice");
    }

    @Test
    void bytesThatAreNoUtf8() {
        long draft = scenario.draft(Scenario.text(1));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"title\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        String[] basic = wire.basic(HQ_STAFF);

        Reply reply = wire.send(
                "PUT",
                "/api/notices/" + draft,
                body.toByteArray(),
                basic[0],
                basic[1],
                "Content-Type",
                "application/json");

        assertRefused(reply, 400, "JSON");
    }

    // ---- steps

    private static void assertRefused(Reply reply, int status, String detail) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status).isBetween(400, 499);
        assertThat(reply.type()).as(reply.text()).startsWith("application/problem+json");
        assertThat(reply.detail()).as(reply.text()).contains(detail).matches("(?s).*\\p{IsHan}{3,}.*");
        assertThat(reply.json().path("detailEn").asText()).as(reply.text()).isNotBlank();
        assertThat(reply.text()).doesNotContain("Exception", "org.", "java.", "SQL", "select ", "\tat ");
    }

    private Reply upload(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 300);
        body.writeBytes(
                ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n")
                        .formatted(name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        String[] basic = wire.basic(HQ_STAFF);
        return wire.send(
                "POST",
                "/api/documents",
                body.toByteArray(),
                basic[0],
                basic[1],
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private long stored() {
        return jdbc.sql("select count(*) from attachment").query(Long.class).single();
    }

    private long notice() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        return notice;
    }

    private String work(long notice) {
        return "/api/tasks/" + scenario.task(notice, NINGXIA, "draftPlan").getId() + "/work";
    }

    private Reply put(long draft, String body) {
        return wire.json(HQ_STAFF, "PUT", "/api/notices/" + draft, body);
    }

    private String view(long draft) {
        return wire.json(HQ_STAFF, "GET", "/api/notices/" + draft, null).text();
    }

    private Reply complete(long notice, String name) {
        String task = scenario.task(notice, Scenario.HQ, name).getId();
        return wire.json(HQ_STAFF, "POST", "/engine-rest/task/" + task + "/complete", "{}");
    }

    /** The draft's due dates as a form would send them. */
    private String jdbcDues(long draft) {
        var dues =
                wire.json(HQ_STAFF, "GET", "/api/notices/" + draft, null).json().path("dues");
        dues.forEach(due -> ((com.fasterxml.jackson.databind.node.ObjectNode) due).retain("level", "stage", "dueDate"));
        return dues.toString();
    }
}
