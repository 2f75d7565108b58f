/**
 * Compares what is written in several places about the same thing: assignments, engine instances, tasks, submissions,
 * mails, reminders, escalations, extensions and ledger (一致性检查). The checks are plain SQL and change nothing;
 * {@code consistency.process} repairs what can be repaired safely.
 */
@NullMarked
package org.noticecascade.consistency;

import org.jspecify.annotations.NullMarked;
