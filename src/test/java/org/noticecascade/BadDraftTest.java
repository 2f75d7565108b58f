package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Wire.Reply;

/** Drafts that cannot be: refused in Chinese, and the draft as it was. */
@ProcessTest
class BadDraftTest extends BadInput {
    private static final String NINGXIA = "640000";

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
        assertRefused(put(draft, "{\"title\":\"%s\"}".formatted("x".repeat(2_050_000))), 413, "请求正文超过");
        assertRefused(put(draft, "{\"title\":\"%s\"}".formatted("长".repeat(1_000_000))), 413, "请求正文超过");
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
        dues.forEach(due -> ((ObjectNode) due).retain("level", "stage", "dueDate"));
        return dues.toString();
    }
}
