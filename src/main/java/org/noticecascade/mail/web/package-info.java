/** Mail over HTTP: what administrators see of the outbox. */
@NullMarked
package org.noticecascade.mail.web;

import org.jspecify.annotations.NullMarked;
