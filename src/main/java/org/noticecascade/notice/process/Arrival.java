package org.noticecascade.notice.process;

import org.noticecascade.notice.Card;

/** The card of the unit whose process is being started, read with those of its whole batch. */
record Arrival(String businessKey, Card card) {}
