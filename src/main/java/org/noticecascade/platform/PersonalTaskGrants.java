package org.noticecascade.platform;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes, at each start, the grants of single tasks to single persons that earlier versions let the engine write at
 * every claim: see {@link NewTaskGrants}. Grants to groups, and grants of all tasks that an administrator wrote, stay.
 */
@Component
class PersonalTaskGrants extends AbstractCamundaConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalTaskGrants.class);

    private final JdbcClient jdbc;

    PersonalTaskGrants(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        int deleted = delete();
        if (deleted > 0) {
            LOG.info("Deleted {} grants of tasks to persons; the groups' grants say who may read a task", deleted);
        }
    }

    int delete() {
        return jdbc.sql("""
                        delete from ACT_RU_AUTHORIZATION
                         where TYPE_ = :grant and USER_ID_ is not null and RESOURCE_ID_ <> '*'
                           and RESOURCE_TYPE_ in (:task, :pastTask, :pastInstance)""")
                .param("grant", Authorization.AUTH_TYPE_GRANT)
                .param("task", Resources.TASK.resourceType())
                .param("pastTask", Resources.HISTORIC_TASK.resourceType())
                .param("pastInstance", Resources.HISTORIC_PROCESS_INSTANCE.resourceType())
                .update();
    }
}
