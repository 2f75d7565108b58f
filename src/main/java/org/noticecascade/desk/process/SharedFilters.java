package org.noticecascade.desk.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.process.UnitProcess;
import org.springframework.stereotype.Component;

/**
 * The filters everybody finds in Tasklist; one definition serves all units. A filter keeps its id from start to start,
 * whatever it is called meanwhile.
 *
 * <p>Each begins with the candidate groups, of which a person has a few: the engine has an index there, and everything
 * else narrows some dozen rows. What the engine lets nobody read appears in none of them.
 */
@Component
class SharedFilters {
    private static final String KEY = "cascade";
    private static final String BLUE = "#1f5fa8";
    private static final String GREEN = "#1d6b3c";
    private static final String YELLOW = "#8a5a00";
    private static final String RED = "#b3261e";
    private static final String GREY = "#4b5a6b";

    private final FilterService filters;
    private final TaskService tasks;
    private final DeskProperties properties;

    /** @param refreshes whether an open list of it asks again every ten seconds, where that is on at all */
    private record Kind(String key, String name, String description, String color, boolean refreshes) {}

    SharedFilters(FilterService filters, TaskService tasks, DeskProperties properties) {
        this.filters = filters;
        this.tasks = tasks;
        this.properties = properties;
    }

    /** Brings all of them up to date and returns their ids, in the order they are shown. */
    List<String> create() {
        List<Filter> known = filters.createTaskFilterQuery().list();
        return List.of(
                save(known, 0, new Kind("mine", "我的待办", "我已认领的，以及我可以认领的任务", BLUE, true), mine()),
                save(
                        known,
                        1,
                        new Kind("receipts", "本单位待签收", "本单位尚未签收的通知", GREEN, true),
                        unit().taskDefinitionKey(UnitProcess.SIGN_RECEIPT)),
                save(
                        known,
                        2,
                        new Kind("soon", "即将到期", "本单位即将到期的任务，含今天到期的", YELLOW, false),
                        unit().dueAfterExpression("${filterTerms.overdueBefore()}")
                                .dueBeforeExpression("${filterTerms.soonBefore()}")),
                save(
                        known,
                        3,
                        new Kind("overdue", "已逾期", "本单位已逾期的任务", RED, false),
                        unit().dueBeforeExpression("${filterTerms.overdueBefore()}")),
                save(known, 4, new Kind("unit", "本单位全部", "本单位全部在办任务，含同事已认领的", GREY, false), unit()));
    }

    /** Whoever claims a task stays in its candidate group, so that one condition finds both. */
    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${filterTerms.ownGroups()}")
                .includeAssignedTasks()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskUnassigned()
                .endOr()
                .orderByDueDate()
                .asc();
    }

    private TaskQuery unit() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${filterTerms.unitGroups()}")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
    }

    private String save(List<Filter> known, int place, Kind kind, TaskQuery query) {
        Filter filter = known.stream()
                .filter(one -> kind.key().equals(keyOf(one)))
                .findFirst()
                .or(() -> known.stream()
                        .filter(one -> keyOf(one) == null && one.getOwner() == null)
                        .filter(one -> kind.name().equals(one.getName()))
                        .findFirst())
                .orElseGet(() -> filters.newTaskFilter(kind.name()));
        filter.setName(kind.name()).setQuery(query).setProperties(shownAs(place, kind));
        return filters.saveFilter(filter).getId();
    }

    static @Nullable Object keyOf(Filter filter) {
        return Objects.requireNonNullElse(filter.getProperties(), Map.<String, Object>of())
                .get(KEY);
    }

    private Map<String, Object> shownAs(int place, Kind kind) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(KEY, kind.key());
        shown.put("description", kind.description());
        shown.put("priority", place - 10);
        shown.put("color", kind.color());
        shown.put("refresh", kind.refreshes() && properties.refreshList());
        return shown;
    }
}
