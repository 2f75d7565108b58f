package org.noticecascade.desk.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** The same on a real PostgreSQL server, which stops with the JVM. */
@ProcessTest
@Tag("on-postgres")
class SharedFiltersOnPostgresTest extends SharedFiltersTest implements OnPostgres {}
