package org.noticecascade.benchmarks.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noticecascade.benchmarks.Service;

/** Staff and lead of headquarters write, sign and issue a notice in their browsers. */
final class Headquarters {
    private static final String STAFF = Accounts.user("000000", "STAFF");
    private static final String LEAD = Accounts.user("000000", "LEAD");

    private final Service service;
    private final Measured measured = new Measured();

    Headquarters(Service service) {
        this.service = service;
    }

    /** Returns the notice's id; what follows runs as jobs. */
    long issue(int number, List<String> addressees, String downTo) {
        LocalDate today = service.today();
        Browser staff = Browser.signIn(service.address(), STAFF, measured);
        long document = staff.upload("/documents", "notice.txt", text(number, today)).get("id").asLong();
        String definition = staff.engine(
                        "start list", "/process-definition?latest=true&active=true&startableInTasklist=true&key=headquarters-notice")
                .get(0)
                .get("id")
                .asText();
        staff.engine(
                "start",
                "/process-definition/%s/submit-form".formatted(definition),
                Map.of("variables", Map.of("documentId", Map.of("value", document, "type", "Long"))));
        String draft = task("userTask_draftNotice");
        staff.engine("claim", "/task/%s/claim".formatted(draft), Map.of("userId", STAFF));
        long notice = staff.ours("form data", "/tasks/" + draft).get("noticeId").asLong();
        JsonNode proposal = staff.ours(
                "proposal", "/notices/%d/proposal?issueDate=%s&downTo=%s".formatted(notice, today, downTo));
        staff.ours("save", "PUT", "/notices/" + notice, Map.of(
                "issueDate", today.toString(), "downTo", downTo, "addresseeCodes", addressees, "dues", dues(proposal)));
        staff.engine("complete", "/task/%s/submit-form".formatted(draft), Map.of("variables", Map.of()));
        staff.signOut();
        Browser lead = Browser.signIn(service.address(), LEAD, measured);
        String sign = task("userTask_signNotice");
        lead.engine("claim", "/task/%s/claim".formatted(sign), Map.of("userId", LEAD));
        lead.engine("complete", "/task/%s/submit-form".formatted(sign), Map.of(
                "variables", Map.of("approved", Map.of("value", true, "type", "Boolean"))));
        lead.signOut();
        return notice;
    }

    private String task(String key) {
        return service.jdbc().queryForObject("select id_ from act_ru_task where task_def_key_ = ?", String.class, key);
    }

    private static List<Map<String, Object>> dues(JsonNode proposal) {
        List<Map<String, Object>> dues = new ArrayList<>();
        for (JsonNode due : proposal.get("dues")) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("level", due.get("level").asText());
            each.put("stage", due.get("stage").asText());
            each.put("dueDate", due.get("dueDate").asText());
            dues.add(each);
        }
        return dues;
    }

    private static String text(int number, LocalDate today) {
        return """
                示范局关于开展标准化学习的通知
                国市监示范〔2026〕%d号
                各省、自治区、直辖市和新疆生产建设兵团市场监管局（厅、委）：
                现将有关要求通知如下。
                一、组织学习
                （一）开展集中学习。各级市场监管部门要组织一次集中学习，认真记录学习情况。
                （二）制定工作方案。各省要结合实际制定工作方案，明确责任人和时间安排。
                二、报送情况
                各单位要及时报送学习情况。
                联系人：张演示 010-00000000
                示范局
                %d年%d月%d日
                """.formatted(number, today.getYear(), today.getMonthValue(), today.getDayOfMonth());
    }
}
