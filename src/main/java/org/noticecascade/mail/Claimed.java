package org.noticecascade.mail;

import java.time.Instant;

/**
 * A row that one node has taken to send.
 *
 * @param until when the claim runs out and another node may take the row; also tells this claim from later ones
 * @param messageId stays with the row for good, so that a repeated mail is recognised as the same
 */
record Claimed(OutboxMail mail, Instant until, String messageId) {

    Claimed until(Instant later) {
        return new Claimed(mail, later, messageId);
    }
}
