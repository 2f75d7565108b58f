package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Wire.Reply;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans, sessions, reports and decisions that cannot be: refused in Chinese, and the work as it was. */
@ProcessTest
class BadWorkTest extends BadInput {
    private static final String NINGXIA = "640000";
    private static final String STAFF = "u640000staff";

    @Autowired
    private Submissions submissions;

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

    private long notice() {
        long notice = scenario.issueTo(NINGXIA);
        scenario.sign(notice, NINGXIA);
        return notice;
    }

    private String work(long notice) {
        return "/api/tasks/" + scenario.task(notice, NINGXIA, "draftPlan").getId() + "/work";
    }
}
