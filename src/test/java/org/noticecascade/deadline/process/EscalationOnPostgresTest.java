package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** Patrol, escalation and waiver with their SQL on a real PostgreSQL server. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class EscalationOnPostgresTest extends EscalationTest implements OnPostgres {}
