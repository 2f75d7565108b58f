package org.noticecascade.desk.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same on a real PostgreSQL server, which stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class SharedFiltersOnPostgresTest extends SharedFiltersTest implements OnPostgres {}
