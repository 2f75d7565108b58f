package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What machine clients read about the service. */
@ProcessTest
class OpenApiTest {
    private static final String OPENAPI = "/camunda/api/cascade/openapi";

    @Autowired
    private Environment environment;

    @Test
    void isServedToAuthenticatedCallersOnly() {
        Wire wire = new Wire(environment);

        assertThat(wire.json(null, "GET", OPENAPI, null).status()).isEqualTo(401);
        assertThat(wire.json(null, "GET", OPENAPI + ".yaml", null).status()).isEqualTo(401);
        assertThat(wire.json("u640000staff", "GET", OPENAPI, null).status()).isEqualTo(401);
        assertThat(WebSession.signIn(wire, "u640000staff").get(OPENAPI).status())
                .isEqualTo(200);
    }

    @Test
    void listsThePathsOnceEachWithAChineseSummary() {
        Reply reply = WebSession.signIn(new Wire(environment), "u640000staff").get(OPENAPI);

        JsonNode paths = reply.json().path("paths");
        List<String> names = new ArrayList<>();
        paths.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .contains(
                        "/api/notices",
                        "/api/notices/{id}",
                        "/api/notices/{noticeId}/assignments",
                        "/api/units",
                        "/api/ledger")
                .allSatisfy(name -> assertThat(name).startsWith("/api/"));
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asText())
                        .as(operation.toString())
                        .matches("\\p{IsHan}.*");
                assertThat(operation.path("tags").path(0).asText()).matches("\\p{IsHan}+");
            }
        }
    }
}
