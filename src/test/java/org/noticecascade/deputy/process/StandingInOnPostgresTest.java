package org.noticecascade.deputy.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** Locks and memberships of deputies on a real PostgreSQL server. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class StandingInOnPostgresTest extends StandingInTest implements OnPostgres {}
