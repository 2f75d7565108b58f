package org.noticecascade;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.noticecascade.PermissionTable.Row;

/** The permission tables as Markdown, in English or Chinese, for {@code docs}. */
final class PermissionDocs {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("nobody", "未登录"),
            Map.entry("own staff", "本单位经办人"),
            Map.entry("own lead", "本单位负责人"),
            Map.entry("sibling staff", "同级单位经办人"),
            Map.entry("superior staff", "上级经办人"),
            Map.entry("superior supervisor", "上级督办员"),
            Map.entry("province supervisor", "本省督办员"),
            Map.entry("other province staff", "外省经办人"),
            Map.entry("other province supervisor", "外省督办员"),
            Map.entry("no notice", "未收文省份经办人"),
            Map.entry("HQ staff", "总局经办人"),
            Map.entry("HQ supervisor", "总局督办员"),
            Map.entry("admin", "管理员"),
            Map.entry("call", "调用"),
            Map.entry("notices", "通知"),
            Map.entry("ledger", "台账"),
            Map.entry("tasks", "任务"),
            Map.entry("documents", "文件"),
            Map.entry("directory", "单位和人员"),
            Map.entry("deadlines", "时限"),
            Map.entry("mail", "邮件和代理"),
            Map.entry("evidence", "佐证材料"),
            Map.entry("calendar", "工作日历"),
            Map.entry("board", "督办看板"),
            Map.entry("deputies", "代理"),
            Map.entry("demo", "演示"),
            Map.entry("task list", "任务列表"),
            Map.entry("one task", "查看任务"),
            Map.entry("other tasks", "其他单位的任务"),
            Map.entry("work on a task", "办理任务"),
            Map.entry("approval", "审批"),
            Map.entry("instances", "流程实例"),
            Map.entry("change instances", "更改流程实例"),
            Map.entry("models", "模型和部署"),
            Map.entry("history", "历史"),
            Map.entry("machinery", "引擎运行"),
            Map.entry("people", "用户、组和权限"),
            Map.entry("pages", "页面"),
            Map.entry("cockpit", "Cockpit"),
            Map.entry("operation", "运维"));

    private PermissionDocs() {}

    /** All tables; each group under its heading. */
    static String rendered(boolean chinese) {
        return List.of("ours", "engine", "webapps").stream()
                .flatMap(table -> PermissionTable.read(table).stream())
                .collect(Collectors.groupingBy(Row::group, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> "### " + word(group.getKey(), chinese) + "\n\n" + head(chinese)
                        + group.getValue().stream().map(PermissionDocs::line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String head(boolean chinese) {
        String names = PermissionTable.CALLERS.keySet().stream()
                .map(caller -> word(caller, chinese))
                .collect(Collectors.joining(" | "));
        return "| " + word("call", chinese) + " | " + names + " |\n|---|"
                + "---|".repeat(PermissionTable.CALLERS.size()) + "\n";
    }

    private static String line(Row row) {
        return "| `" + row.call() + "` | " + String.join(" | ", row.cells().values()) + " |";
    }

    private static String word(String english, boolean chinese) {
        return chinese ? CHINESE.getOrDefault(english, english) : english;
    }
}
