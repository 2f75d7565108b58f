package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** What the engine evaluates: the allowed expressions, in files that hold nothing else. No scripts, no Java objects. */
@Component
class EvaluationSettings extends AbstractCamundaConfiguration {
    private final AllowedExpressions expressions;
    private final SecurityLog log;

    EvaluationSettings(BeanFactory beans, SecurityLog log) {
        this.expressions = new AllowedExpressions(new ModelBeans(beans), log);
        this.log = log;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setExpressionManager(expressions);
        configuration.setDmnElProvider(expressions::refuseInTable);
        configuration.setScriptEngineResolver(new NoScripts(log));
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setEnableScriptCompilation(false);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        List<Deployer> before = configuration.getCustomPreDeployers();
        List<Deployer> all = new ArrayList<>(before == null ? List.of() : before);
        all.add(new AllowedDeployments(new AllowedModel(expressions), log));
        configuration.setCustomPreDeployers(all);
    }

    AllowedExpressions expressions() {
        return expressions;
    }
}
