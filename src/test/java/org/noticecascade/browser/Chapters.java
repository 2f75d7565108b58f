package org.noticecascade.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A story whose chapters need each other: after one has failed the rest is skipped instead of waiting in vain. */
final class Chapters implements ExecutionCondition, AfterTestExecutionCallback {
    private String failed = "";

    @Override
    public void afterTestExecution(ExtensionContext chapter) {
        if (chapter.getExecutionException().isPresent()) {
            failed = chapter.getDisplayName();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext chapter) {
        return failed.isEmpty()
                ? ConditionEvaluationResult.enabled("goes on")
                : ConditionEvaluationResult.disabled("it goes on where " + failed + " failed");
    }
}
