package org.noticecascade.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;

/**
 * History level {@code rests}: what the engine's {@code activity} keeps, without a row for each step an instance only
 * passes on its way: start events, gateways, and service tasks that belong to the transaction of the step before.
 * What those did stands in the ledger. Half of the history's rows are such steps.
 *
 * <p>Its number is that of {@code activity}, which the engine compares with the one in its database at every start.
 */
final class HistoryOfRests implements HistoryLevel {
    static final String NAME = "rests";

    private static final HistoryLevel ACTIVITY = HistoryLevel.HISTORY_LEVEL_ACTIVITY;

    /** By definition and element; as many as the models have. */
    private final Map<String, Boolean> passed = new ConcurrentHashMap<>();

    @Override
    public int getId() {
        return ACTIVITY.getId();
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** {@code entity} is null while a model is read and the engine asks whether such events are of interest at all. */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        boolean ofActivity = event == HistoryEventTypes.ACTIVITY_INSTANCE_START
                || event == HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE
                || event == HistoryEventTypes.ACTIVITY_INSTANCE_END;
        return ACTIVITY.isHistoryEventProduced(event, entity)
                && !(ofActivity && entity instanceof DelegateExecution execution && passes(execution));
    }

    private boolean passes(DelegateExecution execution) {
        String activity = execution.getCurrentActivityId();
        if (activity == null) {
            return false;
        }
        String key = execution.getProcessDefinitionId() + ' ' + activity;
        Boolean known = passed.get(key);
        if (known == null) {
            known = isPassed(execution.getBpmnModelElementInstance());
            passed.put(key, known);
        }
        return known;
    }

    static boolean isPassed(@Nullable FlowElement element) {
        boolean quick = element instanceof StartEvent || element instanceof Gateway || element instanceof ServiceTask;
        return quick && element instanceof FlowNode node && !node.isCamundaAsyncBefore() && !node.isCamundaAsyncAfter();
    }
}
