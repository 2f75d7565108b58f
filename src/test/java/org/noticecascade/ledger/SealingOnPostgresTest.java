package org.noticecascade.ledger;

import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(classes = PostgresLedgerContext.class, inheritLocations = false)
class SealingOnPostgresTest extends SealingTest {}
