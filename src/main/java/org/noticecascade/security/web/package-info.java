/** What people see and do about their own sign-in: sessions and the second factor. */
@NullMarked
package org.noticecascade.security.web;

import org.jspecify.annotations.NullMarked;
