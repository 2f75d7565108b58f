/**
 * How the service itself is doing, for those who run it: health and figures, read from the tables at most once in a
 * while and shared by all who ask.
 */
@NullMarked
package org.noticecascade.operation;

import org.jspecify.annotations.NullMarked;
