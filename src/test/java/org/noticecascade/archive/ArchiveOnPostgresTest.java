package org.noticecascade.archive;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** The same on a real PostgreSQL server, which gives times back in UTC. */
@ProcessTest
@Tag("on-postgres")
class ArchiveOnPostgresTest extends ArchiveTest implements OnPostgres {}
