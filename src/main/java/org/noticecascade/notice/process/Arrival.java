package org.noticecascade.notice.process;

import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Notice;

/** What the first task of a unit shows, read once for a whole batch of units. */
record Arrival(Notice notice, Assignment unit, String unitName) {}
