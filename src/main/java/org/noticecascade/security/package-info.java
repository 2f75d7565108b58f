/**
 * Who may come in over HTTP, and with which calls.
 *
 * <p>What a person may see or change is decided behind it. The engine's internals are used where it has no public way:
 * its users and passwords, and the commands that administrators run ({@code acts}).
 */
@NullMarked
package org.noticecascade.security;

import org.jspecify.annotations.NullMarked;
