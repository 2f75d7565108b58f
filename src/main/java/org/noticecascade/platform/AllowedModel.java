package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.noticecascade.platform.EditableTable.Fault;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a process model may hold so that it runs none but our own code: the elements and attributes our models use, the
 * allowed expressions, delegates of ours and our forms. Scripts, classes, connectors, fields, generated forms and
 * everything else of the engine's vocabulary are not among them.
 */
final class AllowedModel {
    private static final int MOST_SHOWN = 5;
    private static final Pattern FORM = Pattern.compile("embedded:deployment:forms/[a-zA-Z.-]+\\.html");
    private static final AllowedXml XML = new AllowedXml(
            Map.of(
                    "http://www.omg.org/spec/BPMN/20100524/MODEL", "",
                    "http://www.omg.org/spec/BPMN/20100524/DI", "di",
                    "http://www.omg.org/spec/DD/20100524/DC", "dc",
                    "http://www.omg.org/spec/DD/20100524/DI", "dd",
                    "http://www.w3.org/2001/XMLSchema-instance", "xsi",
                    "http://camunda.org/schema/modeler/1.0", "modeler",
                    "http://camunda.org/schema/1.0/bpmn", "camunda"),
            AllowedXml.attributes("""
                    definitions id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
                    process id name isExecutable camunda:historyTimeToLive
                    documentation id
                    extensionElements
                    incoming
                    outgoing
                    startEvent id name camunda:formKey camunda:initiator
                    endEvent id name
                    boundaryEvent id name attachedToRef cancelActivity
                    userTask id name camunda:candidateGroups camunda:formKey camunda:asyncBefore
                    serviceTask id name camunda:asyncBefore camunda:delegateExpression
                    receiveTask id name messageRef camunda:asyncBefore
                    callActivity id name calledElement camunda:calledElementBinding camunda:asyncBefore
                    exclusiveGateway id name default camunda:asyncBefore
                    sequenceFlow id name sourceRef targetRef
                    conditionExpression xsi:type
                    message id name
                    messageEventDefinition id messageRef
                    timerEventDefinition id
                    timeDate xsi:type
                    timeCycle xsi:type
                    timeDuration xsi:type
                    camunda:taskListener event delegateExpression
                    camunda:executionListener event delegateExpression
                    camunda:failedJobRetryTimeCycle
                    camunda:in businessKey source target"""),
            AllowedXml.names(
                    "di:BPMNDiagram di:BPMNPlane di:BPMNShape di:BPMNEdge di:BPMNLabel dc:Bounds dd:waypoint"));

    private final AllowedExpressions expressions;

    AllowedModel(AllowedExpressions expressions) {
        this.expressions = expressions;
    }

    /** What the model holds and may not; empty if it may be deployed. */
    List<Fault> faultsIn(byte[] model) {
        Document document = AllowedXml.read(model);
        if (document == null) {
            return List.of(new Fault("不是可读取的 XML（不允许 DOCTYPE）", "it is no readable XML, or has a DOCTYPE"));
        }
        List<Fault> faults = new ArrayList<>(XML.faultsIn(document));
        if (faults.isEmpty()) {
            AllowedXml.allIn(document.getDocumentElement()).forEach(element -> checkTexts(element, faults));
        }
        return faults.stream().limit(MOST_SHOWN).toList();
    }

    private void checkTexts(Element element, List<Fault> faults) {
        for (Attr attribute : AllowedXml.attributesOf(element)) {
            if (!allows(attribute.getLocalName(), attribute.getValue())) {
                faults.add(fault(element, attribute.getValue()));
            }
        }
        StringBuilder own = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                own.append(child.getNodeValue());
            }
        }
        if (!expressions.allows(own.toString().strip())) {
            faults.add(fault(element, own.toString()));
        }
    }

    private boolean allows(String attribute, String value) {
        return switch (attribute) {
            case "delegateExpression" -> expressions.isDelegate(value);
            case "formKey" -> FORM.matcher(value).matches();
            default -> expressions.allows(value);
        };
    }

    private Fault fault(Element element, String text) {
        String id = SecurityLog.cleaned(element.getAttribute("id"));
        String name = XML.nameOf(element);
        String shown = SecurityLog.cleaned(text);
        return new Fault(
                "元素 %s %s 中的“%s”不在允许之列".formatted(name, id, shown),
                "\"%s\" of %s %s is not among what is allowed".formatted(shown, name, id));
    }
}
