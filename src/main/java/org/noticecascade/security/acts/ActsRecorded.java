package org.noticecascade.security.acts;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the record of administrators' acts into the engine, behind what opens its transaction. The ledger is asked for
 * with the first act: the engine names its first administrator while it is being built.
 */
@Component
class ActsRecorded extends AbstractCamundaConfiguration {
    private final ObjectProvider<ActWriter> writer;
    private final ObjectProvider<JdbcClient> jdbc;
    private final DutyProperties duty;

    ActsRecorded(ObjectProvider<ActWriter> writer, ObjectProvider<JdbcClient> jdbc, DutyProperties duty) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.duty = duty;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        RecordActs record = record(configuration);
        RecordActs inNewTransactions = record(configuration);
        configuration.setCustomPostCommandInterceptorsTxRequired(
                with(configuration.getCustomPostCommandInterceptorsTxRequired(), record));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPostCommandInterceptorsTxRequiresNew(), inNewTransactions));
    }

    private RecordActs record(SpringProcessEngineConfiguration configuration) {
        return new RecordActs(
                () -> configuration.getIdentityService().getCurrentAuthentication(),
                writer::getObject,
                duty.separateDuties() ? new SeparateDuties(this::isMember, this::anyAdministersUsers) : null);
    }

    private boolean isMember(String user, String group) {
        return jdbc.getObject()
                        .sql("select count(*) from ACT_ID_MEMBERSHIP where USER_ID_ = :user and GROUP_ID_ = :group")
                        .param("user", user)
                        .param("group", group)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean anyAdministersUsers() {
        return jdbc.getObject()
                        .sql("select count(*) from ACT_ID_MEMBERSHIP where GROUP_ID_ = :group")
                        .param("group", SeparateDuties.USERS)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> present, CommandInterceptor last) {
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(last);
        return all;
    }
}
