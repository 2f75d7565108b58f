package org.noticecascade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.Http;
import org.noticecascade.Scenario;
import org.noticecascade.directory.Role;

/**
 * The staff of the units that take part, several at a time: each looks at a task that is offered to them, fills it in
 * and completes it with their own sign-in, over HTTP.
 */
class People {
    private static final int AT_A_TIME = 4;

    private final Http http;
    private final TaskService tasks;
    private final String today;
    private final Set<String> returnOnce = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> participants = new ConcurrentHashMap<>();

    /** @param returnOnce keys {@code <task> <unit code>} of decisions that return the first time */
    People(Http http, TaskService tasks, String today, Set<String> returnOnce) {
        this.http = http;
        this.tasks = tasks;
        this.today = today;
        this.returnOnce.addAll(returnOnce);
    }

    /** What each unit said, as an independent count. */
    Map<String, Integer> participants() {
        return participants;
    }

    boolean everyReturnHappened() {
        return returnOnce.isEmpty();
    }

    /**
     * Completes every task now open in the units' own processes and reports.
     *
     * @return how many
     */
    int workOnce(long notice, Set<String> units) throws InterruptedException {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKeyLike(notice + "/%")
                .list();
        ExecutorService people = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Callable<Boolean>> work = open.stream()
                    .<Callable<Boolean>>map(task -> () -> work(task, units))
                    .toList();
            int done = 0;
            for (Future<Boolean> each : people.invokeAll(work)) {
                done += each.get() ? 1 : 0;
            }
            return done;
        } catch (ExecutionException e) {
            throw new AssertionError("Somebody could not work", e.getCause());
        } finally {
            people.shutdownNow();
        }
    }

    private boolean work(Task task, Set<String> units) {
        String group = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
        String actorUnit = group.replaceAll("\\D", "");
        String user = Scenario.userId(actorUnit, Role.valueOf(group.replaceAll("U\\d+", "")));
        if (!units.contains(actorUnit)) {
            return false;
        }
        Http.Answer form = http.get(user, "/api/tasks/" + task.getId());
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        String unit = form.body().at("/unit/code").asText();
        if (!units.contains(unit) || unit.equals(Scenario.HQ)) {
            return false;
        }
        String name = form.body().get("taskKey").asText();
        fields(name, unit).forEach(work -> {
            Http.Answer saved = http.put(user, "/api/tasks/" + task.getId() + "/work", work);
            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        });
        Http.Answer completed = http.complete(user, task.getId(), answer(name, unit));
        assertThat(completed.status())
                .as("%s %s: %s", name, unit, completed.text())
                .isEqualTo(204);
        return true;
    }

    private List<Map<String, Object>> fields(String name, String unit) {
        return switch (name) {
            case "draftPlan" ->
                List.of(Map.of("measures", "组织所属单位学习,按时汇总。", "responsible", "演示人", "startsOn", today, "endsOn", today));
            case "scheduleSession" -> List.of(Map.of("form", "中心组学习", "plannedOn", today));
            case "holdSession" -> {
                int count = 5 + Math.floorMod(Integer.parseInt(unit) * 31, 60);
                participants.put(unit, count);
                yield List.of(Map.of("heldOn", today, "participants", count, "summary", "已集中学习"));
            }
            case "compileReport" -> List.of(Map.of("content", "已落实", "problems", "无"));
            default -> List.of();
        };
    }

    private Map<String, Object> answer(String name, String unit) {
        boolean decision = Set.of("approvePlan", "reviewPlan", "confirmSession", "approveReport", "reviewReport")
                .contains(name);
        if (!decision) {
            return Map.of();
        }
        return returnOnce.remove(name + " " + unit)
                ? Map.of("approved", false, "reason", "请补充具体措施")
                : Map.of("approved", true);
    }

    static Set<String> codes(List<String> lines, String... prefixes) {
        return lines.stream()
                .map(line -> line.substring(0, 6))
                .filter(code -> List.of(prefixes).stream().anyMatch(code::startsWith))
                .collect(Collectors.toSet());
    }
}
