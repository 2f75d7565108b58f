package org.noticecascade.deadline.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.noticecascade.deadline.EscalationPolicy;
import org.noticecascade.deadline.ReminderKind;
import org.noticecascade.deadline.Verdict;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;
import org.noticecascade.platform.Decisions;
import org.noticecascade.platform.EditableTable;
import org.springframework.stereotype.Component;

/** Asks the newest version of {@code escalation-policy.dmn}. */
@Component
class EscalationTable implements EscalationPolicy, EditableTable {
    private static final String KEY = "escalation-policy";
    private static final String NO_REMINDER = "NONE";
    private static final int DAYS_CHECKED = 60;
    private static final List<Stage> WITH_DUE_DATES =
            List.of(Stage.RECEIPT, Stage.PLAN, Stage.STUDY, Stage.REVIEW, Stage.REPORT);

    private final Decisions decisions;

    EscalationTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Verdict judge(int workingDaysLeft, Level level, Stage stage) {
        return verdict(decisions.ask(KEY, asked(workingDaysLeft, level, stage)), workingDaysLeft, level, stage);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Fault> faultsIn(Function<Map<String, Object>, DmnDecisionTableResult> table) {
        List<Fault> faults = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Stage stage : WITH_DUE_DATES) {
                for (int left = -DAYS_CHECKED; left <= DAYS_CHECKED; left++) {
                    try {
                        verdict(table.apply(asked(left, level, stage)), left, level, stage);
                    } catch (IllegalStateException | IllegalArgumentException | DmnEngineException unusable) {
                        faults.add(new Fault(
                                "%s%s剩余 %d 个工作日".formatted(level.label(), stage.label(), left),
                                "%s, %s, %d working days left".formatted(level, stage, left)));
                    }
                }
            }
        }
        return faults;
    }

    private static Map<String, Object> asked(int workingDaysLeft, Level level, Stage stage) {
        return Variables.createVariables()
                .putValue("workingDaysLeft", workingDaysLeft)
                .putValue("level", level.name())
                .putValue("stage", stage.name());
    }

    private static Verdict verdict(DmnDecisionTableResult result, int workingDaysLeft, Level level, Stage stage) {
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
