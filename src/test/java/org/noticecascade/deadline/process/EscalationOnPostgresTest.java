package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** Patrol, escalation and waiver with their SQL on a real PostgreSQL server. */
@ProcessTest
@Tag("on-postgres")
class EscalationOnPostgresTest extends EscalationTest implements OnPostgres {}
