package org.noticecascade.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.noticecascade.ProcessTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The same on a real PostgreSQL server, started for this class from the binaries Maven brings. It stops with the JVM,
 * of which it has one of its own (see the tag in the build).
 */
@ProcessTest
@Tag("own-engine")
class NationalNoticeOnPostgresTest extends NationalNotice {
    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
    }
}
