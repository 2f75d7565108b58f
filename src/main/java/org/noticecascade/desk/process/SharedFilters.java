package org.noticecascade.desk.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters every member of staff finds in Tasklist; one definition serves all units. */
@Component
class SharedFilters {
    private static final String MINE = "我的待办";

    private final FilterService filters;
    private final TaskService tasks;
    private final DeskProperties properties;

    SharedFilters(FilterService filters, TaskService tasks, DeskProperties properties) {
        this.filters = filters;
        this.tasks = tasks;
        this.properties = properties;
    }

    /** Brings all of them up to date and returns their ids. */
    List<String> create() {
        TaskQuery mine = tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
        return List.of(save(MINE, "本人可办理的全部任务，按时限排序", mine));
    }

    private String save(String name, String description, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = known == null ? filters.newTaskFilter(name) : known;
        return filters.saveFilter(filter.setQuery(query).setProperties(shownAs(description)))
                .getId();
    }

    private Map<String, Object> shownAs(String description) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("description", description);
        shown.put("priority", -10);
        shown.put("color", "#1f5fa8");
        shown.put("refresh", properties.refreshList());
        return shown;
    }
}
