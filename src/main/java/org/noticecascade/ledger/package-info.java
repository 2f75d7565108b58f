/**
 * Append-only record (台账) of every act: who, when, which unit, what, from, to; written in the transaction of the act.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package org.noticecascade.ledger;

import org.jspecify.annotations.NullMarked;
