package org.noticecascade.deadline.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.Escalations;
import org.noticecascade.deadline.Handling;
import org.noticecascade.deadline.Measure;
import org.noticecascade.platform.GatewayFlag;
import org.noticecascade.platform.Step;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordMeasure}: urges, gives more time or waives, as the superior's supervisor decided. */
@Component
class RecordMeasure extends Step {
    private final Escalations escalations;
    private final Handling handling;

    RecordMeasure(Escalations escalations, Handling handling) {
        this.escalations = escalations;
        this.handling = handling;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Measure measure = measure(taken(execution, EscalationProcess.MEASURE));
        String reason = taken(execution, EscalationProcess.REASON);
        LocalDate newDue = day(taken(execution, EscalationProcess.NEW_DUE));
        handling.handle(escalations.at(execution.getProcessInstanceId()).id(), measure, reason, newDue);
        GatewayFlag.set(execution, EscalationProcess.WAIVED, measure == Measure.WAIVE);
    }

    /** Takes an answer out of the form's variables, so that nothing stays behind. */
    private static @Nullable String taken(DelegateExecution execution, String name) {
        Object value = execution.getVariable(name);
        execution.removeVariable(name);
        return value == null ? null : value.toString();
    }

    private static Measure measure(@Nullable String chosen) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "请选择“催办”“延长时限”或“免予办理”后再提交。", "Choose to urge, to give more time, or to waive."));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw Refusal.invalid(
                    "新时限“%s”不是日期，请重新选择。".formatted(text), "The new due date '%s' is no date.".formatted(text));
        }
    }
}
