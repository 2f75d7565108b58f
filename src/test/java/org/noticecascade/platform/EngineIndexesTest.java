package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class EngineIndexesTest {
    @Autowired
    private EngineIndexes indexes;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void findsSubtasksByAnIndex() {
        List<String> plan =
                jdbc.queryForList("explain select * from ACT_RU_TASK where PARENT_TASK_ID_ = 'x'", String.class);

        assertThat(plan.toString()).containsIgnoringCase("cascade_task_parent");
    }

    @Test
    void createsThemOnceHoweverOftenTheServiceStarts() {
        indexes.postProcessEngineBuild(engine);

        assertThat(jdbc.queryForObject(
                        "select count(*) from information_schema.indexes where index_name = 'CASCADE_TASK_PARENT'",
                        Integer.class))
                .isEqualTo(1);
    }
}
