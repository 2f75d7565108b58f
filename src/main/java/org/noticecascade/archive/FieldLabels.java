package org.noticecascade.archive;

import java.util.Map;

/** What the forms call the fields of plans, sessions and reports. */
final class FieldLabels {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("measures", "工作措施"),
            Map.entry("responsible", "责任人"),
            Map.entry("startsOn", "开始日期"),
            Map.entry("endsOn", "完成日期"),
            Map.entry("form", "学习形式"),
            Map.entry("plannedOn", "计划日期"),
            Map.entry("heldOn", "举行日期"),
            Map.entry("participants", "参加人数"),
            Map.entry("summary", "情况简述"),
            Map.entry("content", "落实情况"),
            Map.entry("problems", "问题和建议"),
            Map.entry("unitsTotal", "下级单位数"),
            Map.entry("unitsReported", "已报送单位数"),
            Map.entry("sessionsHeld", "学习活动场次"),
            Map.entry("gapsDeclared", "缺报说明"));

    private FieldLabels() {}

    /** The label, or the field's own name where there is none yet. */
    static String of(String field) {
        return CHINESE.getOrDefault(field, field);
    }
}
