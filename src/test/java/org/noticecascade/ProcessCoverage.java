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
import java.util.stream.Stream;
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
 * Which nodes and flows of the models all process tests together reach, in {@code target/process-coverage.txt}. Each JVM
 * keeps its part in a file of its own.
 *
 * <p>The community library asks for the model with the permissions of whoever completes a task, which fails where
 * authorization is on, and keeps plain lists, which fails where jobs run in several threads. An element counts when it
 * is entered, even if the step is rolled back later.
 */
public class ProcessCoverage extends AbstractCamundaConfiguration {
    private static final Path REPORT = Path.of("target/process-coverage.txt");
    private static final Path PARTS =
            Path.of(System.getProperty("process.coverage", "target/process-coverage/by-hand"));

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

    /** Writes what this JVM and those before and beside it reached so far. */
    void write() {
        try {
            Files.createDirectories(PARTS);
            Files.write(
                    PARTS.resolve(ProcessHandle.current().pid() + ".txt"),
                    reached.entrySet().stream()
                            .flatMap(model -> model.getValue().stream().map(id -> model.getKey() + " " + id))
                            .toList());
            Set<String> all = new TreeSet<>();
            try (Stream<Path> parts = Files.list(PARTS)) {
                for (Path part : parts.toList()) {
                    all.addAll(Files.readAllLines(part));
                }
            }
            Files.writeString(REPORT, report(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String report(Set<String> all) {
        StringBuilder report = new StringBuilder();
        elements.forEach((model, ids) -> {
            Set<String> missing = new TreeSet<>(ids);
            missing.removeIf(id -> all.contains(model + " " + id));
            report.append(
                    "%-22s %3d of %3d nodes and flows%n".formatted(model, ids.size() - missing.size(), ids.size()));
            missing.forEach(id -> report.append("    not reached: ").append(id).append(System.lineSeparator()));
        });
        return report.toString();
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
