package org.noticecascade.cockpit;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** The board's SQL on a real PostgreSQL server. */
@ProcessTest
@Tag("on-postgres")
class BoardOnPostgresTest extends BoardTest implements OnPostgres {}
