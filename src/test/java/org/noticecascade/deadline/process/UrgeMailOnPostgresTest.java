package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;
import org.springframework.test.annotation.DirtiesContext;

/** What digests tell after an urging, with its locks, on a real PostgreSQL server. It stops with the JVM. */
@ProcessTest
@Tag("own-engine")
@DirtiesContext
class UrgeMailOnPostgresTest extends UrgeMailTest implements OnPostgres {}
