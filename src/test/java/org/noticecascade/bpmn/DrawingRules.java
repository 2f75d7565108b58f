package org.noticecascade.bpmn;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** The picture: everything is drawn, nothing covers anything, the work runs from left to right. */
final class DrawingRules {
    private final Map<String, Rectangle2D> shapes = new TreeMap<>();
    private final Map<String, Rectangle2D> labels = new TreeMap<>();
    private final Problems problems;

    DrawingRules(Problems problems) {
        this.problems = problems;
    }

    void check(BpmnModelInstance model) {
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            problems.unless(node.getDiagramElement() != null, "%s is not drawn", node.getId());
            if (node.getDiagramElement() instanceof BpmnShape shape) {
                measure(node, shape);
            }
        }
        checkOverlaps(model);
        model.getModelElementsByType(SequenceFlow.class).forEach(this::checkFlow);
    }

    private void measure(FlowNode node, BpmnShape shape) {
        shapes.put(node.getId(), rectangle(shape.getBounds()));
        if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
            labels.put(node.getId(), rectangle(shape.getBpmnLabel().getBounds()));
        }
    }

    private void checkOverlaps(BpmnModelInstance model) {
        List<String> ids = new ArrayList<>(shapes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                problems.unless(
                        belongTogether(model, ids.get(i), ids.get(j))
                                || !shapes.get(ids.get(i)).intersects(shapes.get(ids.get(j))),
                        "%s and %s cover each other",
                        ids.get(i),
                        ids.get(j));
            }
        }
        labels.forEach((labelled, label) -> shapes.forEach((id, shape) -> problems.unless(
                id.equals(labelled) || belongTogether(model, id, labelled) || !label.intersects(shape),
                "the label of %s covers %s",
                labelled,
                id)));
    }

    /** A boundary event sits on its host, a sub-process contains its parts. */
    private static boolean belongTogether(BpmnModelInstance model, String one, String other) {
        FlowNode first = model.getModelElementById(one);
        FlowNode second = model.getModelElementById(other);
        return isAttached(first, second)
                || isAttached(second, first)
                || first.getParentElement().equals(second)
                || second.getParentElement().equals(first);
    }

    private static boolean isAttached(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host);
    }

    private void checkFlow(SequenceFlow flow) {
        boolean drawn = flow.getDiagramElement() != null
                && flow.getDiagramElement().getWaypoints().size() >= 2;
        problems.unless(drawn, "%s is not drawn", flow.getId());
        Rectangle2D source = shapes.get(flow.getSource().getId());
        Rectangle2D target = shapes.get(flow.getTarget().getId());
        boolean goesBack = flow.getId().matches(".*(Returned|More|_returned|_more).*");
        problems.unless(
                goesBack || source == null || target == null || target.getCenterX() >= source.getCenterX(),
                "%s runs from right to left",
                flow.getId());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
