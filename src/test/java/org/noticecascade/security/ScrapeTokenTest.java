package org.noticecascade.security;

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

/** The monitoring server's token opens the figures and nothing else. */
@ProcessTest
class ScrapeTokenTest {
    private static final String FIGURES = "/actuator/prometheus";

    @Autowired
    private Environment environment;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @Test
    void readsTheFiguresAndWritesNothing() {
        Reply figures = withToken("GET", FIGURES);

        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.text()).contains("cascade_units_loaded");
        assertThat(withToken("POST", FIGURES).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/info",
                "/actuator/sbom",
                "/actuator/prometheus/",
                "/api/notices",
                "/engine-rest/task"
            })
    void opensNothingElse(String path) {
        assertThat(withToken("GET", "/actuator/info/../prometheus/../info").status())
                .isEqualTo(400);
        assertThat(withToken("GET", path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer ", "Bearer wrong", "Bearer scraped-by-the-test-0123456789-abcde", "bearer", "Basic "})
    void anythingElseIsRefused(String header) {
        assertThat(wire.send("GET", FIGURES, null, "Authorization", header).status())
                .isEqualTo(401);
    }

    @Test
    void personsAreRefusedUnlessTheyAreAdministrators() {
        assertThat(wire.json(null, "GET", FIGURES, null).status()).isEqualTo(401);
        assertThat(wire.json("u640000supervisor", "GET", FIGURES, null).status())
                .isEqualTo(403);
        assertThat(wire.json("u000000supervisor", "GET", FIGURES, null).status())
                .isEqualTo(403);
        assertThat(wire.json("admin", "GET", FIGURES, null).status()).isEqualTo(200);
    }

    @Test
    void noTokenSetMeansNoTokenFits() {
        ScrapeToken none = new ScrapeToken("");
        var request = new org.springframework.mock.web.MockHttpServletRequest("GET", FIGURES);
        request.setServletPath(FIGURES);
        request.addHeader("Authorization", "Bearer ");

        assertThat(none.allows(request)).isFalse();
    }

    private Reply withToken(String method, String path) {
        String token = environment.getRequiredProperty("cascade.monitoring.scrape-token");
        return wire.send(method, path, null, "Authorization", "Bearer " + token);
    }
}
