package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** Extension and urging on a real PostgreSQL server, which gives times back in UTC. */
@ProcessTest
@Tag("on-postgres")
class ExtensionOnPostgresTest extends ExtensionTest implements OnPostgres {}
