/** The forms' HTTP endpoint. */
@NullMarked
package org.noticecascade.desk.web;

import org.jspecify.annotations.NullMarked;
