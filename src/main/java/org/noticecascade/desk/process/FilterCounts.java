package org.noticecascade.desk.process;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** The shared filters with the number of tasks the current user finds in each. */
@Component
public class FilterCounts {
    private final FilterService filters;

    FilterCounts(FilterService filters) {
        this.filters = filters;
    }

    public record Counted(String id, String name, long count) {}

    /** In the order they are shown. */
    public List<Counted> all() {
        return filters.createTaskFilterQuery().list().stream()
                .filter(filter -> SharedFilters.keyOf(filter) != null)
                .sorted(Comparator.comparing(FilterCounts::place))
                .map(filter -> new Counted(filter.getId(), filter.getName(), filters.count(filter.getId())))
                .toList();
    }

    private static int place(Filter filter) {
        return filter.getProperties().get("priority") instanceof Number place ? place.intValue() : 0;
    }
}
