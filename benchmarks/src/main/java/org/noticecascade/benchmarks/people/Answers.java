package org.noticecascade.benchmarks.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What people write into the forms, and how they decide. */
final class Answers {
    private static final Set<String> DECISIONS = Set.of(
            "approvePlan", "reviewPlan", "confirmSession", "approveReport", "reviewReport", "approveNationalReport", "decideExtension");
    private static final double URGED_RATHER_THAN_EXTENDED = 0.7;
    private static final int MORE_DAYS = 7;

    private final double returned;
    private final Random random = new Random(1);

    /** @param returned share of decisions that send something back */
    Answers(double returned) {
        this.returned = returned;
    }

    /** What is saved before the task is completed; empty where there is nothing to fill in. */
    static Map<String, Object> fields(String key, LocalDate today) {
        String day = today.toString();
        return switch (key) {
            case "draftPlan" -> Map.of("measures", "组织所属单位学习，按时汇总。", "responsible", "演示人", "startsOn", day, "endsOn", day);
            case "scheduleSession" -> Map.of("form", "中心组学习", "plannedOn", day);
            case "holdSession" -> Map.of("heldOn", day, "participants", 12, "summary", "已集中学习");
            case "compileReport" -> Map.of("content", "已落实", "problems", "无");
            case "compileNationalReport" -> Map.of("content", "全国情况");
            default -> Map.of();
        };
    }

    /** The variables the form is sent with. */
    synchronized Map<String, Object> to(String key, LocalDate today) {
        Map<String, Object> variables = new LinkedHashMap<>();
        if (DECISIONS.contains(key)) {
            boolean approved = key.equals("approveNationalReport") || random.nextDouble() >= returned;
            variables.put("approved", Map.of("value", approved, "type", "Boolean"));
            if (!approved) {
                variables.put("reason", text("请补充具体措施"));
            }
        } else if (key.equals("handleOverdue")) {
            boolean urge = random.nextDouble() < URGED_RATHER_THAN_EXTENDED;
            variables.put("measure", text(urge ? "URGE" : "EXTEND"));
            variables.put("reason", text("请尽快办理"));
            if (!urge) {
                variables.put("newDue", text(today.plusDays(MORE_DAYS).toString()));
            }
        }
        return variables;
    }

    private static Map<String, Object> text(String value) {
        return Map.of("value", value, "type", "String");
    }
}
