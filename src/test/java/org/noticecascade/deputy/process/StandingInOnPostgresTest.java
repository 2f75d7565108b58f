package org.noticecascade.deputy.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** Locks and memberships of deputies on a real PostgreSQL server. */
@ProcessTest
@Tag("on-postgres")
class StandingInOnPostgresTest extends StandingInTest implements OnPostgres {}
