package org.noticecascade.notice.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Due;
import org.noticecascade.notice.DuePolicy;
import org.noticecascade.notice.Dues;
import org.noticecascade.notice.Stage;
import org.noticecascade.notice.Urgency;
import org.noticecascade.platform.Decisions;
import org.noticecascade.platform.EditableTable;
import org.springframework.stereotype.Component;

/** Asks {@code deadline-policy.dmn}. */
@Component
class PolicyTable implements DuePolicy, EditableTable {
    private static final String KEY = "deadline-policy";

    private final Decisions decisions;

    PolicyTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public int workingDays(Urgency urgency, Level level, Stage stage) {
        return days(decisions.ask(KEY, asked(urgency, level, stage)), urgency, level, stage);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Fault> faultsIn(Function<Map<String, Object>, DmnDecisionTableResult> table) {
        List<Fault> faults = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            for (Due need : Dues.needed(Level.TOWNSHIP)) {
                Level level = need.level();
                Stage stage = need.stage();
                try {
                    days(table.apply(asked(urgency, level, stage)), urgency, level, stage);
                } catch (IllegalStateException | DmnEngineException unusable) {
                    faults.add(new Fault(
                            "%s%s%s".formatted(urgency.label(), level.label(), stage.label()),
                            "%s, %s, %s".formatted(urgency, level, stage)));
                }
            }
        }
        return faults;
    }

    private static Map<String, Object> asked(Urgency urgency, Level level, Stage stage) {
        return Variables.createVariables()
                .putValue("urgency", urgency.name())
                .putValue("level", level.name())
                .putValue("stage", stage.name());
    }

    private static int days(DmnDecisionTableResult result, Urgency urgency, Level level, Stage stage) {
        if (result.isEmpty() || !(result.getSingleEntry() instanceof Number days) || days.intValue() < 1) {
            throw new IllegalStateException(
                    "deadline-policy.dmn gives no working days for %s, %s, %s. Add a row and deploy it."
                            .formatted(urgency, level, stage));
        }
        return days.intValue();
    }
}
