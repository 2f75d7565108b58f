package org.noticecascade.deputy;

/**
 * One group a deputy belongs to for somebody who is away.
 *
 * @param deputyId who acts, after deputies who are away as well have passed it on
 * @param absentId for whom
 * @param groupId the engine's group, for example {@code U310000LEAD}
 */
public record StandIn(String deputyId, String absentId, String groupId) {

    /** Whether it is about the same two persons. */
    public boolean isBetween(StandIn other) {
        return deputyId.equals(other.deputyId) && absentId.equals(other.absentId);
    }
}
