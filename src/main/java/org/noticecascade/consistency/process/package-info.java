/** Repairs, and the check from the command line. */
@NullMarked
package org.noticecascade.consistency.process;

import org.jspecify.annotations.NullMarked;
