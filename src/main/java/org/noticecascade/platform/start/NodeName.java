package org.noticecascade.platform.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Names the node in the JSON lines of the log, unless a setting does: by the variable {@code HOSTNAME}, which containers
 * have, or by the machine's own name, as a service of the system has no such variable. Named in
 * META-INF/spring.factories.
 */
final class NodeName implements EnvironmentPostProcessor {
    static final String PROPERTY = "logging.structured.ecs.service.node-name";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!StringUtils.hasText(environment.getProperty(PROPERTY))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("nodeName", Map.of(PROPERTY, name(environment))));
        }
    }

    private static String name(ConfigurableEnvironment environment) {
        String given = environment.getProperty("HOSTNAME");
        if (StringUtils.hasText(given)) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
