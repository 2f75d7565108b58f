/** Delegates and ids of {@code provincial-plan}. */
@NullMarked
package org.noticecascade.plan.process;

import org.jspecify.annotations.NullMarked;
