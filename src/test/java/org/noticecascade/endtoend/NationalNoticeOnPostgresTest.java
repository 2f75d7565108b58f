package org.noticecascade.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a real PostgreSQL server, started for this class from the binaries Maven brings. */
@ProcessTest
@DirtiesContext
class NationalNoticeOnPostgresTest extends NationalNotice {
    private static EmbeddedPostgres server;

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) throws IOException {
        server = EmbeddedPostgres.builder().start();
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }
}
