package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the engine who writes its comments. */
@Component
class CommentSettings extends AbstractCamundaConfiguration {
    private final JdbcClient jdbc;
    private final CommentProperties limits;

    CommentSettings(@Lazy JdbcClient jdbc, CommentProperties limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<SessionFactory> sessions = configuration.getCustomSessionFactories();
        List<SessionFactory> all = new ArrayList<>(sessions == null ? List.of() : sessions);
        all.add(TaskComments.factory(jdbc, limits));
        configuration.setCustomSessionFactories(all);
    }
}
