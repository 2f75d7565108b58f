package org.noticecascade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;

/**
 * Which nodes and flows of the models all process tests together reach, in {@value #REPORT}.
 *
 * <p>The community library asks for the model with the permissions of whoever completes a task, which fails where
 * authorization is on, and keeps plain lists, which fails where jobs run in several threads. An element counts when it
 * is entered, even if the step is rolled back later.
 */
public class ProcessCoverage extends AbstractCamundaConfiguration {
    private static final String REPORT = System.getProperty("process.coverage", "target/process-coverage.txt");

    private final Map<String, Set<String>> elements = new ConcurrentSkipListMap<>();
    private final Map<String, Set<String>> reached = new ConcurrentHashMap<>();

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Watch());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** Writes what was reached so far. */
    void write() {
        StringBuilder report = new StringBuilder();
        elements.forEach((model, ids) -> {
            Set<String> missing = new TreeSet<>(ids);
            missing.removeAll(reached.get(model));
            report.append(
                    "%-22s %3d of %3d nodes and flows%n".formatted(model, ids.size() - missing.size(), ids.size()));
            missing.forEach(id -> report.append("    not reached: ").append(id).append(System.lineSeparator()));
        });
        try {
            Files.writeString(Path.of(REPORT), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Watch extends AbstractBpmnParseListener {
        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            String model = definition.getKey();
            elements.put(model, ConcurrentHashMap.newKeySet());
            reached.computeIfAbsent(model, key -> ConcurrentHashMap.newKeySet());
            definition.getActivities().forEach(activity -> watch(model, activity));
        }

        private void watch(String model, ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_START, reaching(model, activity.getId()));
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow)
                            .addListener(ExecutionListener.EVENTNAME_TAKE, reaching(model, flow.getId())));
            activity.getActivities().forEach(inner -> watch(model, inner));
        }

        private ExecutionListener reaching(String model, String id) {
            elements.get(model).add(id);
            return execution -> reached.get(model).add(id);
        }
    }
}
