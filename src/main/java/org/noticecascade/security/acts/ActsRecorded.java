package org.noticecascade.security.acts;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the record of administrators' acts into the engine, behind what opens its transaction. The ledger is asked for
 * with the first act: the engine names its first administrator while it is being built.
 */
@Component
class ActsRecorded extends AbstractCamundaConfiguration {
    private final ObjectProvider<ActWriter> writer;
    private final ObjectProvider<PendingActs> pending;
    private final AdministratorGroups administrators;
    private final DutyProperties duty;

    ActsRecorded(
            ObjectProvider<ActWriter> writer,
            ObjectProvider<PendingActs> pending,
            AdministratorGroups administrators,
            DutyProperties duty) {
        this.writer = writer;
        this.pending = pending;
        this.administrators = administrators;
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
        if (duty.secondAdministrator()) {
            configuration.setCustomPreCommandInterceptorsTxRequired(with(
                    configuration.getCustomPreCommandInterceptorsTxRequired(), new AskOutside(pending::getObject)));
            configuration.setCustomPreCommandInterceptorsTxRequiresNew(with(
                    configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new AskOutside(pending::getObject)));
        }
    }

    private RecordActs record(SpringProcessEngineConfiguration configuration) {
        return new RecordActs(
                () -> configuration.getIdentityService().getCurrentAuthentication(), writer::getObject, checks());
    }

    private List<CommandCheck> checks() {
        List<CommandCheck> checks = new ArrayList<>();
        if (duty.separateDuties()) {
            checks.add(new SeparateDuties(administrators::isMember, administrators::anyAdministersUsers)::check);
        }
        if (duty.secondAdministrator()) {
            checks.add(new SecondAdministrator(
                    administrators, pending::getObject, () -> writer.getObject().states())::check);
        }
        return checks;
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> present, CommandInterceptor last) {
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(last);
        return all;
    }
}
