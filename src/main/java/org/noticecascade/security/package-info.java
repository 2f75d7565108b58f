/**
 * Who may come in over HTTP, and with which calls.
 *
 * <p>Knows the engine by its public services only; what a person may see or change is decided behind it.
 */
@NullMarked
package org.noticecascade.security;

import org.jspecify.annotations.NullMarked;
