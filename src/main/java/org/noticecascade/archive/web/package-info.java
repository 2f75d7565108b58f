/** Download of a notice's archive. */
@NullMarked
package org.noticecascade.archive.web;

import org.jspecify.annotations.NullMarked;
