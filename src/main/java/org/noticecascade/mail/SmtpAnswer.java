package org.noticecascade.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt to hand over a mail came to.
 *
 * @param error what was said; empty when accepted
 */
record SmtpAnswer(Result result, String error) {
    static final SmtpAnswer ACCEPTED = new SmtpAnswer(Result.ACCEPTED, "");
    private static final int CLOSING = 421;

    enum Result {
        ACCEPTED,
        /** 4xx about this mail or recipient. */
        REFUSED_FOR_NOW,
        /** 5xx about this mail or recipient. */
        REFUSED_FOR_GOOD,
        /** The connection ended while this mail was under way: it may have arrived. */
        BROKEN,
        /** The server took no mail at all: no connection, no sign-in, sender refused, closing. */
        UNREACHABLE
    }

    static SmtpAnswer unreachable(Exception failure) {
        return new SmtpAnswer(Result.UNREACHABLE, said(failure));
    }

    static SmtpAnswer of(MessagingException failure) {
        Result result = Result.BROKEN;
        for (Exception e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException recipient) {
                return new SmtpAnswer(byCode(recipient.getReturnCode()), said(recipient));
            }
            if (e instanceof SMTPSendFailedException command) {
                boolean sender = String.valueOf(command.getCommand()).startsWith("MAIL");
                int code = command.getReturnCode();
                result = sender && code > 0 ? Result.UNREACHABLE : byCode(code);
            }
        }
        return new SmtpAnswer(result, said(failure));
    }

    private static Result byCode(int code) {
        if (code == CLOSING) {
            return Result.UNREACHABLE;
        }
        if (code >= 500) {
            return Result.REFUSED_FOR_GOOD;
        }
        return code >= 400 ? Result.REFUSED_FOR_NOW : Result.BROKEN;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String said(Exception failure) {
        return String.valueOf(failure.getMessage()).strip();
    }
}
