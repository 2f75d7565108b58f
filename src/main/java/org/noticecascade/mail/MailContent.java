package org.noticecascade.mail;

import java.util.Optional;
import org.noticecascade.directory.Person;

/**
 * What is to be said in mails of one kind, asked at the moment of sending. One bean per {@link MailKind}.
 *
 * <p>Whatever was done since the row was put must not be mentioned any more. Is called outside of a transaction; an
 * exception postpones the mail and is kept with it.
 */
public interface MailContent {

    MailKind kind();

    /**
     * Writes what the mail says at this moment.
     *
     * @param mail the row; {@code mail.userId()} is the person it was put for
     * @param recipient who will read it, in whose language it is written: that person or the deputy
     * @return empty if nothing is left to say; the row is then dropped
     */
    Optional<Letter> write(OutboxMail mail, Person recipient);
}
