package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Profile {@code postgres} as it is packaged, with the variables an operator sets or forgets. */
class PostgresSettingsTest {
    private static final String URL = "jdbc:postgresql://db/cascade";

    @Test
    void startsWithTheThreeVariables() {
        assertThatCode(() -> PostgresSettings.check(with(
                        Map.of("CASCADE_DB_URL", URL, "CASCADE_DB_USER", "cascade", "CASCADE_DB_PASSWORD", "secret"))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        assertThatThrownBy(() -> PostgresSettings.check(with(Map.of("CASCADE_DB_USER", "cascade"))))
                .hasMessageContaining("缺少环境变量：CASCADE_DB_PASSWORD, CASCADE_DB_URL。")
                .hasMessageContaining("Set them and start again");
    }

    @Test
    void refusesAnotherDatabase() {
        assertThatThrownBy(() -> PostgresSettings.check(with(Map.of(
                        "CASCADE_DB_URL", "jdbc:h2:mem:x", "CASCADE_DB_USER", "c", "CASCADE_DB_PASSWORD", "secret"))))
                .hasMessageContaining("jdbc:postgresql://host:5432/database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAPoolThatJobsWouldUseUp() {
        assertThatThrownBy(() -> PostgresSettings.check(with(Map.of(
                        "CASCADE_DB_URL",
                        URL,
                        "CASCADE_DB_USER",
                        "c",
                        "CASCADE_DB_PASSWORD",
                        "secret",
                        "CASCADE_DB_POOL",
                        "13",
                        "CASCADE_JOB_THREADS",
                        "8"))))
                .hasMessageContaining("at least 14");
    }

    private static StandardEnvironment with(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        try {
            new YamlPropertySourceLoader()
                    .load("profile", new ClassPathResource("application-postgres.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return environment;
    }
}
