package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What load balancers and operators ask: health without sign-in and without details, everything else as administrator. */
@ProcessTest
class OperationTest {
    @Autowired
    private Environment environment;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void probesTellAnybodyWhetherAndNothingElse(String probe) {
        Reply reply = wire.json(null, "GET", probe, null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"status\":\"UP\"}");
    }

    /** The job executor is off in these tests, which the health says: 503. */
    @Test
    void healthHasDetailsForAdministratorsOnly() {
        assertThat(wire.json(null, "GET", "/actuator/health", null).text())
                .contains("\"status\":")
                .doesNotContain("components", "details");
        assertThat(wire.json("u000000supervisor", "GET", "/actuator/health", null)
                        .text())
                .doesNotContain("components", "details");
        assertThat(wire.json("admin", "GET", "/actuator/health", null).json().path("components"))
                .isNotEmpty();
        assertThat(wire.json("admin", "GET", "/actuator/health/readiness", null).text())
                .contains("\"db\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/info",
                "/actuator/env",
                "/actuator/health/db",
                "/actuator/health/diskSpace",
                "/actuator/heapdump",
                "/%61ctuator/info"
            })
    void theRestIsForAdministrators(String path) {
        assertThat(wire.json("admin", "GET", "/actuator//info", null).status()).isEqualTo(400);
        assertThat(wire.json("admin", "GET", "/actuator/info;x=y", null).status())
                .isEqualTo(400);
        assertThat(wire.json(null, "GET", path, null).status()).isEqualTo(401);
        assertThat(wire.json("u000000lead", "GET", path, null).status()).isEqualTo(403);
        assertThat(wire.json("admin", "GET", path, null).status()).isIn(200, 404);
    }

    @Test
    void nothingIsExposedThatChangesOrDumps() {
        for (String path :
                new String[] {"env", "heapdump", "shutdown", "loggers", "threaddump", "beans", "configprops"}) {
            assertThat(wire.json("admin", "GET", "/actuator/" + path, null).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theDatabasesConsoleIsOff() {
        assertThat(wire.json("admin", "GET", "/h2-console", null).status()).isEqualTo(404);
        assertThat(environment.getProperty("spring.h2.console.enabled", Boolean.class))
                .isFalse();
    }
}
