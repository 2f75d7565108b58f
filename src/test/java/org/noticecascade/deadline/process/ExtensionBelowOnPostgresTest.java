package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** Dates that move along with an extension above, on a real PostgreSQL server. */
@ProcessTest
@Tag("on-postgres")
class ExtensionBelowOnPostgresTest extends ExtensionBelowTest implements OnPostgres {}
