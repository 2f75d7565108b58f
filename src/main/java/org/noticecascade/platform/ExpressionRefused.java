package org.noticecascade.platform;

import org.camunda.bpm.engine.BadUserRequestException;
import org.noticecascade.Refusal;

/** An expression, script or model that the engine was asked to evaluate and that is none of ours. */
final class ExpressionRefused extends BadUserRequestException {
    private static final long serialVersionUID = 1L;

    private ExpressionRefused(Refusal refusal) {
        super(refusal.chinese() + " " + refusal.english(), refusal);
    }

    /** The error to throw; the person whose request this is reads the same words. */
    static ExpressionRefused because(String chinese, String english) {
        Refusal refusal = Refusal.invalid(chinese, english);
        EngineErrors.remember(refusal);
        return new ExpressionRefused(refusal);
    }

    /** For an expression that is not on the list. */
    static ExpressionRefused of(String text) {
        String shown = SecurityLog.cleaned(text);
        return because(
                "表达式“%s”不在允许之列，未执行。请改用列表中的表达式，或直接填写内容。".formatted(shown),
                "The expression \"%s\" is not among those allowed and was not evaluated. Use one that docs/security.md lists, or plain text."
                        .formatted(shown));
    }
}
