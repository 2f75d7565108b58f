package org.noticecascade.security.acts;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same on PostgreSQL, which locks a row in another way. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class SecondAdministratorOnPostgresTest extends SecondAdministratorTest implements OnPostgres {}
