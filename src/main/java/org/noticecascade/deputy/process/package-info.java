/** Memberships and claimed tasks of deputies, kept as the ranges of days say. */
@NullMarked
package org.noticecascade.deputy.process;

import org.jspecify.annotations.NullMarked;
