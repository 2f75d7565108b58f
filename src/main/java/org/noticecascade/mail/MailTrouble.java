package org.noticecascade.mail;

import java.time.Instant;

/**
 * Mail has stopped leaving: published once when the circuit breaker opens, by the node that opened it, after its
 * transaction. Later probes that fail as well publish nothing.
 *
 * @param failures failures in a row
 * @param nextProbe when one mail is tried again
 * @param error what the last failure said
 */
public record MailTrouble(int failures, Instant nextProbe, String error) {}
