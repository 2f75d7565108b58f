/** The ledger for administrators: checking it, and what is about no notice. */
@NullMarked
package org.noticecascade.ledger.web;

import org.jspecify.annotations.NullMarked;
