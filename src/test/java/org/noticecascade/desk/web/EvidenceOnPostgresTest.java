package org.noticecascade.desk.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a real PostgreSQL server, which stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class EvidenceOnPostgresTest extends EvidenceTest {
    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
    }
}
