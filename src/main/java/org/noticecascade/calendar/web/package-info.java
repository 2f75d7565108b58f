/** Entering a year's arrangement over HTTP. */
@NullMarked
package org.noticecascade.calendar.web;

import org.jspecify.annotations.NullMarked;
