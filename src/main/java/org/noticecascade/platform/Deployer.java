package org.noticecascade.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
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
 */
@Component
class Deployer extends AbstractCamundaConfiguration {
    static final String NAME = "notice-cascade";
    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.html");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(NAME).enableDuplicateFiltering(false);
        PATTERNS.stream().flatMap(Deployer::resources).forEach(resource -> add(deployment, resource));
        deployment.deploy();
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
