package org.noticecascade.deadline;

/**
 * A range of assignments by id.
 *
 * @param after not included
 * @param last included
 * @param size how many there are
 */
record PageOfAssignments(long after, long last, int size) {}
