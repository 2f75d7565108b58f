package org.noticecascade.platform;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Indexes on the engine's tables that it lacks and the service needs at national size. Written once the engine has its
 * schema, which is after Flyway; an engine upgrade leaves them alone.
 */
@Component
class EngineIndexes extends AbstractCamundaConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EngineIndexes.class);

    /** Every completion looks for subtasks: without it, through all open tasks. */
    static final String TASK_PARENT = "create index if not exists cascade_task_parent on ACT_RU_TASK (PARENT_TASK_ID_)";

    private static final List<String> ALL = List.of(TASK_PARENT);

    private final JdbcTemplate jdbc;

    EngineIndexes(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ALL.forEach(this::create);
    }

    /** Again where it failed: another node that starts at the same moment may just have created it. */
    private void create(String index) {
        try {
            jdbc.execute(index);
        } catch (DataAccessException first) {
            LOG.info("Trying once more to create an index on a table of the engine", first);
            jdbc.execute(index);
        }
    }
}
