/** Notices, assignments, documents and ledger over HTTP. */
@NullMarked
package org.noticecascade.notice.web;

import org.jspecify.annotations.NullMarked;
