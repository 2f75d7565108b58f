package org.noticecascade.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * How the engine keeps passwords: Spring Security's bcrypt, slow and salted. The engine adds a salt of its own and the
 * prefix {@code {bcrypt-sha256}}.
 *
 * <p>Bcrypt reads 72 bytes at most. A digest of the text goes in, so that every character of a long password counts.
 */
final class SlowHash implements PasswordEncryptor {
    static final String NAME = "bcrypt-sha256";

    private final BCryptPasswordEncoder bcrypt;

    SlowHash(int cost) {
        this.bcrypt = new BCryptPasswordEncoder(cost);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(digest(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether a stored hash, with its prefix, is an old or a cheaper one that the next sign-in is to renew. */
    boolean isOutdated(String stored) {
        String prefix = "{" + NAME + "}";
        return !stored.startsWith(prefix) || bcrypt.upgradeEncoding(stored.substring(prefix.length()));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
