package org.noticecascade.security;

import java.time.Instant;

/**
 * A session of a person, as the person's list shows it.
 *
 * @param lastSeen by the minute
 * @param node the machine that holds it
 */
public record UserSession(
        String id, String userId, Instant since, Instant lastSeen, String address, String browser, String node) {}
