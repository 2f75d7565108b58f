/** Finds the engine's task for a form and what is worked on in it. */
@NullMarked
package org.noticecascade.desk.process;

import org.jspecify.annotations.NullMarked;
