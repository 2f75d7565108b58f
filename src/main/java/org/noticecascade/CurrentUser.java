package org.noticecascade;

import java.util.Set;

/** Who is acting now: the signed-in person, or {@link #SYSTEM} when the engine works by itself. */
public interface CurrentUser {
    /** The actor of jobs and timers in the ledger. */
    String SYSTEM = "system";

    /** The engine user id, or {@link #SYSTEM}. */
    String id();

    /** The engine groups of that user, for example {@code U440300STAFF}; empty for {@link #SYSTEM}. */
    Set<String> groups();

    /** Whether the user administers the service (group {@code camunda-admin}). */
    boolean isAdministrator();
}
