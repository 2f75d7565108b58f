/** Delegates, listeners, ids and variables of {@code headquarters-notice} and of what all units' processes share. */
@NullMarked
package org.noticecascade.notice.process;

import org.jspecify.annotations.NullMarked;
