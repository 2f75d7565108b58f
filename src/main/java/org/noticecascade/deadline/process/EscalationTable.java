package org.noticecascade.deadline.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.EscalationPolicy;
import org.noticecascade.deadline.ReminderKind;
import org.noticecascade.deadline.Verdict;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.noticecascade.platform.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the newest version of {@code escalation-policy.dmn}. */
@Component
class EscalationTable implements EscalationPolicy {
    private static final String KEY = "escalation-policy";
    private static final String NO_REMINDER = "NONE";

    private final DecisionService decisions;
    private final AsSystem asSystem;

    EscalationTable(@Lazy DecisionService decisions, AsSystem asSystem) {
        this.decisions = decisions;
        this.asSystem = asSystem;
    }

    @Override
    public Verdict judge(int workingDaysLeft, Level level, Stage stage) {
        DmnDecisionTableResult result = asSystem.call(() -> decisions
                .evaluateDecisionTableByKey(KEY)
                .decisionDefinitionWithoutTenantId()
                .variables(Variables.createVariables()
                        .putValue("workingDaysLeft", workingDaysLeft)
                        .putValue("level", level.name())
                        .putValue("stage", stage.name()))
                .evaluate());
        if (result.size() != 1 || !(result.get(0).get("light") instanceof String light)) {
            throw new IllegalStateException(
                    "escalation-policy.dmn has no row with a light for %d working days left, %s, %s. Add one and deploy it."
                            .formatted(workingDaysLeft, level, stage));
        }
        Map<String, Object> row = result.get(0);
        return new Verdict(
                Light.valueOf(light),
                reminder(row.get("reminder")),
                isSet(row, "toStaff"),
                isSet(row, "toLead"),
                isSet(row, "toSuperior"),
                isSet(row, "toHeadquarters"),
                isSet(row, "escalate"));
    }

    private static @Nullable ReminderKind reminder(@Nullable Object value) {
        return value == null || NO_REMINDER.equals(value) ? null : ReminderKind.valueOf(value.toString());
    }

    private static boolean isSet(Map<String, Object> row, String output) {
        return Boolean.TRUE.equals(row.get(output));
    }
}
