package org.noticecascade.bpmn;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** File and process agree, ids follow {@code <type>_<lowerCamel>}, a person reads Chinese. */
final class NamingRules {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private NamingRules() {}

    static void check(BpmnModelInstance model, String fileName, Problems problems) {
        var processes = model.getModelElementsByType(Process.class);
        problems.unless(processes.size() == 1, "%s holds %d processes, not one", fileName, processes.size());
        for (Process process : processes) {
            problems.unless(
                    fileName.equals(process.getId() + ".bpmn"), "process %s is in file %s", process.getId(), fileName);
            problems.unless(hasChinese(process.getName()), "process %s has no Chinese name", process.getId());
        }
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                checkId(element, problems);
                problems.unless(
                        hasChinese(element.getName()) || !needsLabel(element),
                        "%s has no Chinese label",
                        element.getId());
            }
        }
    }

    private static void checkId(FlowElement element, Problems problems) {
        String type = typeOf(element);
        problems.unless(
                element.getId().matches(type + "_[a-z][a-zA-Z0-9]*"),
                "%s does not follow %s_<lowerCamel>",
                element.getId(),
                type);
    }

    private static String typeOf(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return "flow";
        }
        return element instanceof Gateway ? "gateway" : element.getElementType().getTypeName();
    }

    /** A gateway that only joins, or forks without a question, has nothing to ask; a plain flow nothing to say. */
    private static boolean needsLabel(FlowElement element) {
        if (element instanceof SequenceFlow flow) {
            return isDecision(flow.getSource());
        }
        return !(element instanceof Gateway) || isDecision((FlowNode) element);
    }

    private static boolean isDecision(FlowNode node) {
        return (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                && node.getOutgoing().size() > 1;
    }

    private static boolean hasChinese(@Nullable String text) {
        return text != null && HAN.matcher(text).find();
    }
}
