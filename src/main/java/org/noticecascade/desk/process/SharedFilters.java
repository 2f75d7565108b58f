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

    SharedFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Creates what is missing and returns the ids of all. */
    List<String> create() {
        TaskQuery mine = tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
        return List.of(save(MINE, "本人可办理的全部任务,按时限排序", mine));
    }

    private String save(String name, String description, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (known != null) {
            return known.getId();
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("priority", -10);
        properties.put("color", "#1f5fa8");
        properties.put("refresh", false);
        Filter filter = filters.newTaskFilter(name).setQuery(query).setProperties(properties);
        return filters.saveFilter(filter).getId();
    }
}
