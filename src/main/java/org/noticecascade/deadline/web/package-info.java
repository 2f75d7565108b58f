/** Urging and asking for more time over HTTP. */
@NullMarked
package org.noticecascade.deadline.web;

import org.jspecify.annotations.NullMarked;
