package org.noticecascade.deadline.process;

import org.junit.jupiter.api.Tag;
import org.noticecascade.OnPostgres;
import org.noticecascade.ProcessTest;

/** What digests tell after an urging, with its locks, on a real PostgreSQL server. */
@ProcessTest
@Tag("on-postgres")
class UrgeMailOnPostgresTest extends UrgeMailTest implements OnPostgres {}
