package org.noticecascade.notice;

/**
 * The lead of headquarters returned the draft of a notice. Published in the transaction of the act.
 *
 * @param version the one that was returned
 */
public record NoticeReturned(long noticeId, int version) {}
