package org.noticecascade.notice;

/**
 * What a unit handed in goes back to its staff, from its own lead or from the superior. Published in the transaction
 * of the act.
 *
 * @param assignmentId whose it is
 * @param submissionId the version that was returned; the next one is open as its copy
 */
public record SubmissionReturned(long assignmentId, long submissionId) {}
