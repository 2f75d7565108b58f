package org.noticecascade.mail;

/** A node has looked into the outbox, whatever it found: time to see whether what is shown about mail is true. */
public record OutboxLooked() {}
