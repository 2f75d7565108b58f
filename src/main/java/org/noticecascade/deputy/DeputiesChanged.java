package org.noticecascade.deputy;

/** Somebody named a deputy or took one back. Published in the transaction of the act. */
public record DeputiesChanged() {}
