package org.noticecascade.notice.process;

import org.noticecascade.notice.Card;

/** What the first task of a unit shows, read once for a whole batch of units. */
record Arrival(String businessKey, Card card) {}
