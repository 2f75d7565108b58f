package org.noticecascade.platform;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes stored filters with an expression that the engine would refuse: somebody put them there before there was the
 * list of allowed ones.
 */
@Component
class StoredFilters extends AbstractCamundaConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.LOGGER);

    private final EvaluationSettings settings;

    StoredFilters(EvaluationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        FilterService filters = engine.getFilterService();
        filters.createTaskFilterQuery().list().stream()
                .filter(filter -> !isAllowed(filter))
                .forEach(filter -> remove(filters, filter));
    }

    private boolean isAllowed(Filter filter) {
        return filter.getQuery() instanceof TaskQueryImpl query
                && expressionsOf(query).allMatch(settings.expressions()::allows);
    }

    /** A query with alternatives lists itself as the first of them. */
    private static Stream<String> expressionsOf(TaskQueryImpl query) {
        return Stream.concat(Stream.of(query), query.getQueries().stream())
                .map(TaskQueryImpl::getExpressions)
                .map(java.util.Map::values)
                .flatMap(Collection::stream);
    }

    private static void remove(FilterService filters, Filter filter) {
        filters.deleteFilter(filter.getId());
        LOG.warn(
                "filter-removed reason=expression id={} name=\"{}\" owner=\"{}\"",
                filter.getId(),
                SecurityLog.cleaned(filter.getName()),
                SecurityLog.cleaned(String.valueOf(filter.getOwner())));
    }
}
