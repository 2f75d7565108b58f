package org.noticecascade.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.noticecascade.Refusal;
import org.noticecascade.platform.EditableTable.Fault;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The decision tables in force, and replacing one without a release. A new table is asked for every case first: what
 * leaves one out is refused, and the table in force stays.
 */
@Component
public class Tables {
    private static final int MAX_BYTES = 1_048_576;
    private static final int FAULTS_SHOWN = 5;

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final List<EditableTable> tables;
    private final DmnEngine engine;

    Tables(@Lazy RepositoryService repository, AsSystem asSystem, List<EditableTable> tables, SecurityLog log) {
        this.engine = engineFor(log);
        this.repository = repository;
        this.asSystem = asSystem;
        this.tables = tables;
    }

    /** Evaluates tables only: no other language and no script, as in the process engine. */
    private static DmnEngine engineFor(SecurityLog log) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setElProvider(text -> {
            throw ExpressionRefused.of(text);
        });
        configuration.setScriptEngineResolver(new NoScripts(log)::forTable);
        return configuration.buildEngine();
    }

    /**
     * A table in force.
     *
     * @param version counts deployments
     * @param fileName to save it under
     * @param replaced whether it was put in place of the one that came with the service
     */
    public record InForce(String key, int version, String fileName, boolean replaced) {}

    /** All tables, by key. */
    public List<InForce> all() {
        return tables.stream()
                .map(table -> inForce(table.key()))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /** The table in force of that key. */
    public InForce inForce(String key) {
        return asSystem.call(() -> {
            DecisionDefinition newest = newest(key);
            boolean ours = Deployer.isRelease(repository, newest.getDeploymentId());
            return new InForce(key, newest.getVersion(), key + ".dmn", !ours);
        });
    }

    /** Its file. */
    public byte[] file(String key) {
        return asSystem.call(() -> {
            DecisionDefinition newest = newest(key);
            try (InputStream file =
                    repository.getResourceAsStream(newest.getDeploymentId(), newest.getResourceName())) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the table " + key, e);
            }
        });
    }

    /**
     * Puts a table in force; the next patrol and the next draft ask it. The same file again changes nothing.
     *
     * @throws Refusal if it is no such table, or leaves out a case it has to answer; the old one stays
     */
    public InForce replace(String key, byte[] file) {
        EditableTable table = known(key);
        DmnDecision decision = parsed(key, file);
        List<Fault> faults = table.faultsIn(variables -> engine.evaluateDecisionTable(decision, variables));
        if (!faults.isEmpty()) {
            throw refused(
                    "没有可用结果的情形共 %d 处：%s".formatted(faults.size(), first(faults, Fault::chinese, "；")),
                    "%d cases have no usable answer: %s".formatted(faults.size(), first(faults, Fault::english, "; ")));
        }
        if (!Arrays.equals(file(key), file)) {
            asSystem.run(() -> deploy(key, file));
        }
        return inForce(key);
    }

    private void deploy(String key, byte[] file) {
        try {
            Deployer.deployTable(repository, key, file);
        } catch (ProcessEngineException e) {
            throw unreadable(key, e);
        }
    }

    private DmnDecision parsed(String key, byte[] file) {
        if (file.length > MAX_BYTES) {
            throw refused("文件超过 1 MB", "the file is larger than 1 MB");
        }
        List<Fault> faults = AllowedTable.faultsIn(file);
        if (!faults.isEmpty()) {
            throw refused(first(faults, Fault::chinese, "；"), first(faults, Fault::english, "; "));
        }
        try {
            return engine.parseDecision(key, new ByteArrayInputStream(file));
        } catch (DmnEngineException e) {
            throw unreadable(key, e);
        }
    }

    private DecisionDefinition newest(String key) {
        known(key);
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
    }

    private EditableTable known(String key) {
        return tables.stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有名为“%s”的决策表。".formatted(key), "No table " + key));
    }

    private static String first(List<Fault> faults, Function<Fault, String> language, String separator) {
        String first = faults.stream().limit(FAULTS_SHOWN).map(language).collect(Collectors.joining(separator));
        return faults.size() > FAULTS_SHOWN ? first + separator + "…" : first;
    }

    private static Refusal unreadable(String key, RuntimeException cause) {
        String why = String.valueOf(cause.getMessage());
        return refused(
                "不是编号（id）为 %s 的 DMN 决策表：%s".formatted(key, why),
                "it is no DMN table with the id %s: %s".formatted(key, why));
    }

    private static Refusal refused(String chinese, String english) {
        return Refusal.invalid(
                "新的决策表不能使用，仍用原来的表：" + chinese, "The new table cannot be used, the old one stays in force: " + english);
    }
}
