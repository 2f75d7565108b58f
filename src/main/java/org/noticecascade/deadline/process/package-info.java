/** Delegates, listeners, ids and variables of {@code deadline-patrol}, {@code overdue-escalation} and {@code deadline-extension}. */
@NullMarked
package org.noticecascade.deadline.process;

import org.jspecify.annotations.NullMarked;
