package org.noticecascade;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What there is to see or to guess: a notice on its way to 640000 and 310000, where the county 640104 is to schedule
 * its session, and a draft of headquarters.
 */
class PermissionThings {
    private static final Map<Character, String> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put('O', "640104");
        UNITS.put('S', "640105");
        UNITS.put('A', "640100");
        UNITS.put('P', "640000");
        UNITS.put('X', "310000");
        UNITS.put('H', "000000");
    }

    private final Scenario scenario;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<Character, Set<String>> marks = new LinkedHashMap<>();

    PermissionThings(Scenario scenario, ProcessEngine engine, JdbcClient jdbc) {
        this.scenario = scenario;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Sets everything up anew; {@code approval} moves the county's session on to its lead. */
    void set(boolean approval) {
        scenario.removeAllNotices();
        names.clear();
        marks.clear();
        long notice = scenario.issueTo("640000", "310000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, "640100");
        scenario.sign(notice, "640104");
        if (approval) {
            handToTheLead(notice);
        }
        long draft = scenario.draft(Scenario.text(999));
        name(notice, draft, approval);
        UNITS.forEach((letter, unit) -> mark(letter, unit, notice, draft));
    }

    /** Whether a call that succeeded left everything as it was. */
    boolean areIntact() {
        boolean tasks = names.entrySet().stream()
                .filter(name -> name.getKey().toLowerCase(Locale.ROOT).endsWith("task"))
                .allMatch(name -> engine.getTaskService()
                                .createTaskQuery()
                                .taskId(name.getValue())
                                .taskUnassigned()
                                .active()
                                .count()
                        == 1);
        return tasks
                && engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(names.get("instance"))
                                .active()
                                .variableValueEquals("note", "geheim")
                                .count()
                        == 1;
    }

    private void handToTheLead(long notice) {
        scenario.fill(notice, "640104", Kind.SESSION, Map.of("form", "座谈会", "plannedOn", "2026-03-05"));
        scenario.complete(notice, "640104", "scheduleSession");
        scenario.fill(
                notice, "640104", Kind.SESSION, Map.of("heldOn", "2026-03-04", "participants", 5, "summary", "已学习"));
        scenario.complete(notice, "640104", "holdSession");
    }

    private void nameTheUnits() {
        names.put("own", "640104");
        names.put("sibling", "640105");
        names.put("superior", "640100");
        names.put("province", "640000");
        names.put("other", "310000");
        names.put("hq", "000000");
    }

    private void name(long notice, long draft, boolean approval) {
        names.put("draftDocument", document(draft));
        names.put("document", document(notice));
        names.put("draft", String.valueOf(draft));
        names.put("notice", String.valueOf(notice));
        names.put("provinceKey", notice + "/640000");
        names.put("key", notice + "/640104");
        names.put("siblingAssignment", assignment(notice, "640105"));
        names.put("superiorAssignment", assignment(notice, "640100"));
        names.put("otherAssignment", assignment(notice, "310000"));
        names.put("assignment", assignment(notice, "640104"));
        names.put("siblingTask", scenario.task(notice, "640105", "signReceipt").getId());
        names.put(
                "superiorTask",
                scenario.task(notice, "640100", "scheduleSession").getId());
        names.put("otherTask", scenario.task(notice, "310000", "signReceipt").getId());
        names.put("hqTask", scenario.task(draft, "000000", "draftNotice").getId());
        names.put(
                "task",
                scenario.task(notice, "640104", approval ? "confirmSession" : "scheduleSession")
                        .getId());
        names.put("otherInstance", scenario.instance(notice, "310000").getId());
        names.put("hqInstance", scenario.instance(notice, "000000").getId());
        names.put("instance", scenario.instance(notice, "640104").getId());
        nameTheEngines();
        nameTheUnits();
    }

    private void nameTheEngines() {
        String instance = names.get("instance");
        engine.getRuntimeService().setVariable(instance, "note", "geheim");
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("local-study-session")
                .latestVersion()
                .singleResult();
        names.put("definition", definition.getId());
        names.put("deployment", definition.getDeploymentId());
        names.put(
                "variable",
                engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list()
                        .get(0)
                        .getId());
        names.put(
                "job",
                engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("deadline-patrol")
                        .list()
                        .get(0)
                        .getId());
        names.put(
                "filter",
                engine.getFilterService().createTaskFilterQuery().list().get(0).getId());
    }

    private void mark(char letter, String unit, long notice, long draft) {
        Set<String> ids = new TreeSet<>();
        for (long each : new long[] {notice, draft}) {
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(each + "/" + unit)
                    .list()
                    .forEach(task -> ids.add(task.getId()));
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(each + "/" + unit)
                    .list()
                    .forEach(instance -> ids.add(instance.getId()));
        }
        ids.add("\"unitCode\":\"" + unit + "\"");
        ids.add("\"u" + unit + "staff\"");
        ids.add("\"U" + unit + "STAFF\"");
        marks.put(letter, ids);
    }

    /** Puts ids in the place of {@code $task} and the like. */
    String filled(String text, String user, String password) {
        String filled = text.replace("$me", user).replace("$password", password);
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replaceAll("\\$" + name.getKey() + "\\b", name.getValue());
        }
        return filled;
    }

    /** The last thing a call names, which is the one in question; empty if it names none. */
    static String lastNamed(String call) {
        Matcher name = Pattern.compile("\\$([A-Za-z]+)").matcher(call);
        String last = "";
        while (name.find()) {
            last = name.group(1);
        }
        return last;
    }

    /** Puts the id of nothing in the place of that thing. */
    String withNothing(String text, String name) {
        return names.containsKey(name) ? text.replaceAll("\\$" + name + "\\b", nothing(name)) : text;
    }

    /** Takes that thing's id, or nothing's, out of an answer, so that two answers can be compared. */
    String without(String text, String name) {
        return text.replace(nothing(name), "ID").replaceAll("\\b" + names.get(name) + "\\b", "ID");
    }

    boolean knows(String name) {
        return names.containsKey(name);
    }

    /** The letters of the units whose tasks, instances or names stand in the text. */
    String seenIn(String text) {
        StringBuilder letters = new StringBuilder();
        marks.forEach((letter, ids) -> {
            if (ids.stream().anyMatch(text::contains)) {
                letters.append(letter);
            }
        });
        return letters.toString();
    }

    private String nothing(String name) {
        String id = names.get(name);
        if (name.endsWith("ey")) {
            return "987654321/640104";
        }
        if (id.matches("\\d{6}")) {
            return "999999";
        }
        return id.matches("\\d+") ? "987654321" : "00000000-dead-11f0-beef-000000000000";
    }

    private String assignment(long notice, String unit) {
        return String.valueOf(scenario.assignment(notice, unit).id());
    }

    private String document(long of) {
        return jdbc.sql("select id from attachment where notice_id = :notice")
                .param("notice", of)
                .query(String.class)
                .single();
    }
}
