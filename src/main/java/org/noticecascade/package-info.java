/** The application class and {@link org.noticecascade.Refusal}, the one thing every feature may throw. */
@NullMarked
package org.noticecascade;

import org.jspecify.annotations.NullMarked;
