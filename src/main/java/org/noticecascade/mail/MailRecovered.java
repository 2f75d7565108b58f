package org.noticecascade.mail;

import java.time.Instant;

/** Mail leaves again: published once, by the node whose mail was accepted. */
public record MailRecovered(Instant at) {}
