/** The directory over HTTP: reading units, importing units and persons. */
@NullMarked
package org.noticecascade.directory.web;

import org.jspecify.annotations.NullMarked;
