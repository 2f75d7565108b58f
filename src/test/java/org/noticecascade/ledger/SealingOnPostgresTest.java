package org.noticecascade.ledger;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@Tag("database")
@ContextConfiguration(classes = PostgresLedgerContext.class, inheritLocations = false)
class SealingOnPostgresTest extends SealingTest {}
