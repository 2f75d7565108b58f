package org.noticecascade.mail;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@Tag("database")
@ContextConfiguration(classes = MailOnPostgresContext.class, inheritLocations = false)
class OutboxOnPostgresTest extends OutboxTest {}
