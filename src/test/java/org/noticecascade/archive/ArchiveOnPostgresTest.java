package org.noticecascade.archive;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same on a real PostgreSQL server, which gives times back in UTC. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class ArchiveOnPostgresTest extends ArchiveTest implements OnPostgres {}
