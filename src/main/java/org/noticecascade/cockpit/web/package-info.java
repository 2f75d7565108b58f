/** HTTP of the supervisors' board. */
@NullMarked
package org.noticecascade.cockpit.web;

import org.jspecify.annotations.NullMarked;
