/**
 * A notice as one ZIP archive that can be checked without the service: what was issued and handed in, the files, and
 * the entries of the ledger with their place in its chain. Format: docs/ledger.md.
 */
@NullMarked
package org.noticecascade.archive;

import org.jspecify.annotations.NullMarked;
