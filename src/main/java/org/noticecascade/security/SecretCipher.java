package org.noticecascade.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.noticecascade.security.SecondFactorProperties.Scope;
import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of the second factor with AES-GCM, each with a random IV and bound to its user: a row copied to
 * somebody else cannot be read.
 */
@Component
class SecretCipher {
    private static final String PROPERTY = "cascade.accounts.second-factor-key";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable SecretKeySpec key;

    SecretCipher(SecondFactorProperties settings) {
        String text = settings.secondFactorKey().strip();
        if (text.isEmpty() && settings.secondFactor() != Scope.NONE) {
            throw new IllegalStateException(
                    ("cascade.accounts.second-factor is %s but %s is empty, so no secret could be"
                                    + " stored. Set it to 32 random bytes in Base64, for example from 'openssl rand -base64 32',"
                                    + " the same on every node, and keep a copy: without it everybody has to set up their"
                                    + " second factor again.")
                            .formatted(settings.secondFactor(), PROPERTY));
        }
        this.key = text.isEmpty() ? null : new SecretKeySpec(bytesOf(text), "AES");
    }

    private static byte[] bytesOf(String text) {
        byte[] bytes = decoded(text);
        if (bytes.length != KEY_BYTES || allTheSame(bytes)) {
            throw new IllegalStateException(
                    "%s must be 32 random bytes in Base64, for example from 'openssl rand -base64 32'; it has %d bytes%s."
                            .formatted(PROPERTY, bytes.length, bytes.length == KEY_BYTES ? ", all the same" : ""));
        }
        return bytes;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalStateException(
                    PROPERTY + " is no Base64. Set it to 32 random bytes, for example from 'openssl rand -base64 32'.",
                    noBase64);
        }
    }

    private static boolean allTheSame(byte[] bytes) {
        for (byte each : bytes) {
            if (each != bytes[0]) {
                return false;
            }
        }
        return true;
    }

    String encrypt(String user, byte[] secret) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, user, iv, secret);
        byte[] both = Arrays.copyOf(iv, iv.length + sealed.length);
        System.arraycopy(sealed, 0, both, iv.length, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    byte[] decrypt(String user, String stored) {
        byte[] both = Base64.getDecoder().decode(stored);
        byte[] iv = Arrays.copyOf(both, IV_BYTES);
        return run(Cipher.DECRYPT_MODE, user, iv, Arrays.copyOfRange(both, IV_BYTES, both.length));
    }

    private byte[] run(int mode, String user, byte[] iv, byte[] input) {
        if (key == null) {
            throw new IllegalStateException(PROPERTY + " is empty; no second factor can be stored or read.");
        }
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(user.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    ("The second factor of %s cannot be read with this %s. Was the key changed? Put the former key back,"
                                    + " or reset the person's second factor.")
                            .formatted(user, PROPERTY),
                    e);
        }
    }
}
