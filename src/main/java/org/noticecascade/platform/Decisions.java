package org.noticecascade.platform;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables in force, for the service itself, whoever is signed in. */
@Component
public class Decisions {
    private final DecisionService decisions;
    private final AsSystem asSystem;

    Decisions(@Lazy DecisionService decisions, AsSystem asSystem) {
        this.decisions = decisions;
        this.asSystem = asSystem;
    }

    /** What the newest version of that table answers. */
    public DmnDecisionTableResult ask(String key, Map<String, Object> variables) {
        return asSystem.call(() -> decisions
                .evaluateDecisionTableByKey(key)
                .decisionDefinitionWithoutTenantId()
                .variables(variables)
                .evaluate());
    }
}
