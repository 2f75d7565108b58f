package org.noticecascade.endtoend;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** The same on a real PostgreSQL server, whose locks and failed transactions are its own. */
@ProcessTest
@Tag("on-postgres")
class SameMomentOnPostgresTest extends SameMomentTest implements OnPostgres {}
