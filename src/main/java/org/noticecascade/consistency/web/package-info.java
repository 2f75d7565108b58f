/** The check over HTTP, for administrators. */
@NullMarked
package org.noticecascade.consistency.web;

import org.jspecify.annotations.NullMarked;
