package org.noticecascade.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms as one set under names that are the same from a folder and from a jar
 * ({@code processes/x.bpmn}, {@code forms/y.html}).
 *
 * <p>An unchanged set deploys nothing; one changed file makes a new version of everything, so that forms stay with
 * their models. The engine's own automatic deployment is off: it leaves out HTML and names resources by where they
 * lie.
 *
 * <p>A decision table that somebody has put in force meanwhile stays in force, unless it is the last release's own or
 * holds what {@link AllowedTable} refuses.
 */
@Component
class Deployer extends AbstractCamundaConfiguration {
    static final String NAME = "notice-cascade";
    private static final String TABLE = "notice-cascade-table";
    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    /** The tables that came with the service. */
    static final String TABLES = "classpath*:processes/*.dmn";

    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", TABLES, "classpath*:forms/*.html");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        RepositoryService repository = engine.getRepositoryService();
        Map<String, byte[]> replaced = replacedTables(repository);
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        PATTERNS.stream().flatMap(Deployer::resources).forEach(resource -> add(deployment, resource));
        deployment.deploy();
        replaced.forEach((key, file) -> {
            if (!AllowedTable.faultsIn(file).isEmpty()) {
                takeBack(repository, key);
            } else if (isRelease(repository, newest(repository, key).getDeploymentId())) {
                deployTable(repository, key, file);
                LOG.warn(
                        "The table {} that was put in force here stays in force; this release's own is version {}",
                        key,
                        newest(repository, key).getVersion() - 1);
            }
        });
    }

    /** A table from before there was the check, which the engine would refuse to ask. */
    private static void takeBack(RepositoryService repository, String key) {
        byte[] released = AllowedTable.released(key);
        if (released != null && !isRelease(repository, newest(repository, key).getDeploymentId())) {
            deployTable(repository, key, released);
        }
        LOG.warn(
                "The table {} that was put in force here holds more than plain values; this release's own is used",
                key);
    }

    /** Puts one table in force; a later release leaves it there. */
    static void deployTable(RepositoryService repository, String key, byte[] file) {
        repository
                .createDeployment()
                .name(TABLE)
                .addInputStream(fileOf(key), new ByteArrayInputStream(file))
                .deploy();
    }

    /** Whether the deployment is a whole set of models and forms, not a table somebody put in force. */
    static boolean isRelease(RepositoryService repository, String deploymentId) {
        return repository.getDeploymentResourceNames(deploymentId).contains("processes/headquarters-notice.bpmn");
    }

    /** Tables in force, by key, that are not those of the last release, however they were deployed. */
    private static Map<String, byte[]> replacedTables(RepositoryService repository) {
        Map<String, byte[]> replaced = new HashMap<>();
        List<DecisionDefinition> versions = repository
                .createDecisionDefinitionQuery()
                .withoutTenantId()
                .orderByDecisionDefinitionVersion()
                .desc()
                .list();
        versions.stream().map(DecisionDefinition::getKey).distinct().forEach(key -> {
            List<DecisionDefinition> ofKey = versions.stream()
                    .filter(version -> version.getKey().equals(key))
                    .toList();
            byte[] inForce = file(repository, ofKey.get(0));
            ofKey.stream()
                    .filter(version -> isRelease(repository, version.getDeploymentId()))
                    .findFirst()
                    .filter(release -> !Arrays.equals(file(repository, release), inForce))
                    .ifPresent(release -> replaced.put(key, inForce));
        });
        return replaced;
    }

    private static DecisionDefinition newest(RepositoryService repository, String key) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
    }

    private static byte[] file(RepositoryService repository, DecisionDefinition version) {
        try (InputStream file = repository.getResourceAsStream(version.getDeploymentId(), version.getResourceName())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + version.getResourceName(), e);
        }
    }

    private static String fileOf(String key) {
        return "processes/" + key + ".dmn";
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + pattern, e);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource resource) {
        String file = resource.getFilename();
        if (file == null) {
            throw new IllegalStateException("A resource without a file name cannot be deployed: " + resource);
        }
        String folder = file.endsWith(".html") ? "forms/" : "processes/";
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(folder + file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
