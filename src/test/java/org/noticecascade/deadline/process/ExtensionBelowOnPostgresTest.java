package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** Dates that move along with an extension above, on a real PostgreSQL server. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class ExtensionBelowOnPostgresTest extends ExtensionBelowTest implements OnPostgres {}
