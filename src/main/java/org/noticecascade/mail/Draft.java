package org.noticecascade.mail;

import jakarta.mail.internet.MimeMessage;

/** What a claimed row comes to when it is its turn. */
sealed interface Draft {
    /** To be sent. */
    record Ready(MimeMessage message) implements Draft {}

    /** Nothing to say to anybody. */
    record Nothing(String why) implements Draft {}

    /** There is something to say, but no way to reach the person. */
    record Unreachable(String why) implements Draft {}

    /** Writing it failed; a defect here, not the server's. */
    record Broken(RuntimeException defect) implements Draft {}
}
