package org.noticecascade.notice;

/** Headquarters has closed the notice; nothing of it goes on. Published in the transaction of the act. */
public record NoticeClosed(long noticeId) {}
