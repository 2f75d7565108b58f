/**
 * Mail to people: the outbox, who gets it, when, what it looks like, and sending it exactly once where that is possible.
 *
 * <p>Whoever has something to say puts a row into {@link org.noticecascade.mail.Outbox} in the transaction of the act
 * and provides one {@link org.noticecascade.mail.MailContent} per kind, which is asked again at the moment of sending.
 * Knows persons from the directory; knows no notices and no engine.
 */
@NullMarked
package org.noticecascade.mail;

import org.jspecify.annotations.NullMarked;
