/** Delegates and ids of {@code local-study-session}. */
@NullMarked
package org.noticecascade.study.process;

import org.jspecify.annotations.NullMarked;
