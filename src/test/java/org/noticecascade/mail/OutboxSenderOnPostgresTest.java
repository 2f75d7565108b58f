package org.noticecascade.mail;

import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(classes = MailOnPostgresContext.class, inheritLocations = false)
class OutboxSenderOnPostgresTest extends OutboxSenderTest {}
