package org.noticecascade.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A JSON line names its node, with and without the variable HOSTNAME. */
class NodeNameTest {

    @Test
    void aContainersNodeHasItsName() throws IOException {
        assertThat(line(Map.of("HOSTNAME", "node-7"))).contains("\"node\":{\"name\":\"node-7\"}");
    }

    @Test
    void aServiceOfTheSystemHasTheMachines() throws IOException {
        assertThat(line(Map.of())).contains("\"node\":{\"name\":\"").doesNotContain("\"node\":{}", "\"name\":\"\"");
    }

    @Test
    void theOperatorsNameWins() throws IOException {
        assertThat(line(Map.of(NodeName.PROPERTY, "south", "HOSTNAME", "node-7")))
                .contains("\"node\":{\"name\":\"south\"}");
    }

    /** As the profile {@code postgres} writes it. */
    private static String line(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addFirst(new MapPropertySource("variables", variables));
            }
        };
        for (String file : new String[] {"application-postgres.yml", "application.yml"}) {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        }
        new NodeName().postProcessEnvironment(environment, new SpringApplication());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        Logger logger = context.getLogger("node");
        return new String(
                encoder.encode(new LoggingEvent("x", logger, Level.INFO, "said", null, null)), StandardCharsets.UTF_8);
    }
}
