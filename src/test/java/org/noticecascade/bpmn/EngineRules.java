package org.noticecascade.bpmn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** What the engine runs: durable history, delegates that are beans, no logic inside the model. */
final class EngineRules {
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"([^\"]*)\"");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z]\\w*)}");
    private static final Pattern SCRIPT = Pattern.compile("<(\\w+:)?script(Task)?\\b");
    private static final Pattern CODE_BINDING =
            Pattern.compile("(?:camunda:|Listener [^>]*?\\b)(class|expression)=\"([^\"]*)\"");
    private static final Pattern ONE_VARIABLE = Pattern.compile(
            "\\$\\{\\s*!?\\s*[a-z]\\w*(\\s*(==|!=|<=|>=|<|>)\\s*(-?\\d+|'[^']*'|\"[^\"]*\"|true|false|null))?\\s*}");

    private final ModelFolder folder;
    private final Problems problems;

    EngineRules(ModelFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    void check(BpmnModelInstance model) {
        for (Process process : model.getModelElementsByType(Process.class)) {
            problems.unless(process.isExecutable(), "process %s is not executable", process.getId());
            problems.unless(
                    process.getCamundaHistoryTimeToLiveString() != null,
                    "process %s has no historyTimeToLive",
                    process.getId());
        }
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> problems.unless(
                        false, "%s is multi-instance", loop.getParentElement().getAttributeValue("id")));
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            problems.unless(task.getCamundaDelegateExpression() != null, "%s has no delegateExpression", task.getId());
        }
        checkCalls(model);
        checkConditions(model);
        checkText(Bpmn.convertToString(model));
    }

    private void checkCalls(BpmnModelInstance model) {
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            problems.unless(
                    folder.hasProcess(call.getCalledElement()),
                    "%s calls %s, which is no model",
                    call.getId(),
                    call.getCalledElement());
        }
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            String decision = task.getCamundaDecisionRef();
            problems.unless(
                    task.getCamundaDelegateExpression() != null || decision != null && folder.hasDecision(decision),
                    "%s asks %s, which is no decision table",
                    task.getId(),
                    decision);
        }
    }

    private void checkConditions(BpmnModelInstance model) {
        for (ConditionExpression condition : model.getModelElementsByType(ConditionExpression.class)) {
            String text = condition.getTextContent().trim();
            problems.unless(ONE_VARIABLE.matcher(text).matches(), "condition %s tests more than one variable", text);
            problems.unless(condition.getLanguage() == null, "condition %s is a script", text);
        }
    }

    private void checkText(String xml) {
        problems.unless(!SCRIPT.matcher(xml).find(), "the model contains a script");
        Matcher code = CODE_BINDING.matcher(xml);
        while (code.find()) {
            problems.unless(false, "%s is bound by %s, not by delegateExpression", code.group(2), code.group(1));
        }
        Matcher delegates = DELEGATE.matcher(xml);
        while (delegates.find()) {
            checkDelegate(delegates.group(1));
        }
    }

    private void checkDelegate(String expression) {
        Matcher bean = BEAN.matcher(expression);
        if (!bean.matches()) {
            problems.unless(false, "delegate %s is no plain bean name", expression);
            return;
        }
        String name = bean.group(1);
        String className = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String source = folder.source(className).orElse("");
        problems.unless(!source.isEmpty(), "delegate %s has no class %s", expression, className);
        problems.unless(
                source.isEmpty() || source.contains("@Component"), "delegate class %s is no @Component", className);
        problems.unless(
                source.isEmpty() || source.matches("(?s).*\\bpackage [\\w.]+\\.process;.*"),
                "delegate class %s is not in a process package",
                className);
    }
}
