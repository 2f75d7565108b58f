/**
 * Demo data and a player for everybody else's work; active in the profile {@code demo} only.
 *
 * <p>All persons are plainly invented, all mail addresses end in {@code example.org}.
 */
@NullMarked
package org.noticecascade.demo;

import org.jspecify.annotations.NullMarked;
