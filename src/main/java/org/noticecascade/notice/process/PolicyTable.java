package org.noticecascade.notice.process;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.DuePolicy;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Urgency;
import org.noticecascade.platform.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code deadline-policy.dmn}. */
@Component
class PolicyTable implements DuePolicy {
    private static final String KEY = "deadline-policy";

    private final DecisionService decisions;
    private final AsSystem asSystem;

    PolicyTable(@Lazy DecisionService decisions, AsSystem asSystem) {
        this.decisions = decisions;
        this.asSystem = asSystem;
    }

    @Override
    public int workingDays(Urgency urgency, Level level, Stage stage) {
        DmnDecisionTableResult result = asSystem.call(() -> decisions
                .evaluateDecisionTableByKey(KEY)
                .decisionDefinitionWithoutTenantId()
                .variables(Variables.createVariables()
                        .putValue("urgency", urgency.name())
                        .putValue("level", level.name())
                        .putValue("stage", stage.name()))
                .evaluate());
        if (result.isEmpty() || !(result.getSingleEntry() instanceof Number days) || days.intValue() < 1) {
            throw new IllegalStateException(
                    "deadline-policy.dmn gives no working days for %s, %s, %s. Add a row and deploy it."
                            .formatted(urgency, level, stage));
        }
        return days.intValue();
    }
}
