package org.noticecascade.endtoend;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/**
 * The same on a real PostgreSQL server, started for this class from the binaries Maven brings. It stops with the JVM,
 * of which it has one of its own (see the tag in the build).
 */
@ProcessTest
@Tag("own-engine")
class NationalNoticeOnPostgresTest extends NationalNotice implements OnPostgres {}
