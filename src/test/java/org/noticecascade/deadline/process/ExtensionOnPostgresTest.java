package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** Extension and urging on a real PostgreSQL server, which gives times back in UTC. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class ExtensionOnPostgresTest extends ExtensionTest implements OnPostgres {}
