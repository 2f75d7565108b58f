package org.noticecascade.platform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.noticecascade.Refusal;

/**
 * What a person answered at an approval: approved, or returned (退回) with a reason.
 *
 * @param reason why it was returned; {@code null} when approved
 */
public record Decision(boolean approved, @Nullable String reason) {
    private static final String APPROVED = "approved";
    private static final String AGREED = "agreed";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 1000;

    /**
     * Takes the answer out of the form's variables and leaves only the flag {@code agreed} for the gateway, for this
     * transaction. Nothing stays behind that could answer the next approval by itself.
     *
     * @throws Refusal if there is no answer, or a return without a reason of at most 1,000 characters
     */
    public static Decision takenFrom(DelegateExecution execution) {
        Object approved = execution.getVariable(APPROVED);
        Object reason = execution.getVariable(REASON);
        if (!(approved instanceof Boolean answer)) {
            throw Refusal.invalid("请选择“同意”或“退回”后再提交。", "Choose to approve or to return before completing.");
        }
        forget(execution);
        GatewayFlag.set(execution, AGREED, answer);
        return answer ? new Decision(true, null) : new Decision(false, checked(reason));
    }

    /** Removes an answer that somebody sent before it was asked for; for the moment a task is created. */
    public static void forget(VariableScope scope) {
        scope.removeVariable(APPROVED);
        scope.removeVariable(REASON);
    }

    private static String checked(@Nullable Object reason) {
        String text = reason == null ? "" : reason.toString().strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("退回必须写明理由，请填写后再提交。", "A return needs its reason.");
        }
        if (!PlainText.isStorable(text)) {
            throw Refusal.invalid("退回理由含有无法保存的字符，请删除后重试。", "The reason holds a character that cannot be stored.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_REASON) {
            throw Refusal.invalid(
                    "退回理由最多 1000 字，现有 %d 字，请精简。".formatted(text.codePointCount(0, text.length())),
                    "A reason has at most 1,000 characters.");
        }
        return text;
    }
}
