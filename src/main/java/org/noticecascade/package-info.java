/** The application class, and what every feature may use: refusals, pages, rounds, texts. */
@NullMarked
package org.noticecascade;

import org.jspecify.annotations.NullMarked;
