/** Deputies over HTTP: naming one, taking one back, and whom one stands in for. */
@NullMarked
package org.noticecascade.deputy.web;

import org.jspecify.annotations.NullMarked;
