package org.noticecascade.endtoend;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same on a real PostgreSQL server, whose locks and failed transactions are its own. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class SameMomentOnPostgresTest extends SameMomentTest implements OnPostgres {}
