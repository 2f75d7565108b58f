package org.noticecascade.cockpit;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** The board's SQL on a real PostgreSQL server. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class BoardOnPostgresTest extends BoardTest implements OnPostgres {}
