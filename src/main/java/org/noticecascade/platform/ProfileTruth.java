package org.noticecascade.platform;

import org.camunda.bpm.engine.identity.User;

/** Says which names and mail address an account may have, for whoever keeps the directory of persons. */
public interface ProfileTruth {

    /** Whether a signed-in person may save this account's names and mail address as they are. */
    boolean allows(User account);

    /** Whether a signed-in person may delete this account. */
    boolean allowsRemoval(String userId);

    /** Whether a signed-in person may put this account into that group, or take it out. */
    boolean allowsMembership(String userId, String groupId);
}
