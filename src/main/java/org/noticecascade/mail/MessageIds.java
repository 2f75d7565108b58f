package org.noticecascade.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The Message-ID of each row, derived from its key: the same mail has the same one, whoever sends it and how often. */
final class MessageIds {
    private static final int LENGTH = 40;

    private final String domain;

    MessageIds(String from) {
        try {
            String address = new InternetAddress(from, true).getAddress();
            this.domain = address.substring(address.lastIndexOf('@') + 1);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'%s' is no mail address".formatted(from), e);
        }
    }

    String of(OutboxMail mail) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(mail.key().getBytes(StandardCharsets.UTF_8));
            return "<%s@%s>".formatted(HexFormat.of().formatHex(hash).substring(0, LENGTH), domain);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
