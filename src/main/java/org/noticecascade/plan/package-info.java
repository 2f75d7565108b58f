/** The plan (工作方案) each province draws up for one notice: draft, approve, submit, accept or return. */
@NullMarked
package org.noticecascade.plan;

import org.jspecify.annotations.NullMarked;
