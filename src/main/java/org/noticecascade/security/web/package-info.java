/** What people see and end of their own sessions. */
@NullMarked
package org.noticecascade.security.web;

import org.jspecify.annotations.NullMarked;
