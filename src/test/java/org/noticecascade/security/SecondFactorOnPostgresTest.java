package org.noticecascade.security;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same on PostgreSQL, whose statements and types differ. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class SecondFactorOnPostgresTest extends SecondFactorTest implements OnPostgres {}
