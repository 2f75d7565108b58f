package org.noticecascade.deadline;

import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.noticecascade.Refusal;
import org.noticecascade.notice.Fields;

/** Reasons that people give. */
final class Reasons {
    private static final int LONGEST = 1000;

    private Reasons() {}

    /**
     * Returns the reason without blanks around it.
     *
     * @throws Refusal if it is missing though required, longer than 1,000 characters, or cannot be stored
     */
    static String checked(@Nullable String reason, boolean optional) {
        String text = reason == null ? "" : PlainText.lines(reason).strip();
        if (text.isEmpty() && !optional) {
            throw Refusal.invalid("请写明理由后再提交。", "A reason is required.");
        }
        Fields.requireStorable(text, "理由");
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw Refusal.invalid(
                    "理由最多 %d 字，现有 %d 字，请精简。".formatted(LONGEST, length),
                    "A reason has at most %d characters.".formatted(LONGEST));
        }
        return text;
    }
}
