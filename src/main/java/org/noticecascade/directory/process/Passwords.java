package org.noticecascade.directory.process;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's password policy, and random passwords that pass it and that nobody knows. */
@Component
class Passwords {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#$%&*+-./:=?@_";
    private static final int LENGTH = 32;
    private static final int TRIES = 10_000;

    private final IdentityService identities;
    private final SecureRandom random = new SecureRandom();

    Passwords(IdentityService identities) {
        this.identities = identities;
    }

    /** Whether the policy, if it is on, accepts this password for this user. */
    boolean allows(String password, User user) {
        return identities.getPasswordPolicy() == null
                || identities.checkPasswordAgainstPolicy(password, user).isValid();
    }

    /** Tries again where chance left out a kind of character, or hit upon a short user id, which the policy refuses. */
    String next(User user) {
        for (int i = 0; i < TRIES; i++) {
            String password = random.ints(LENGTH, 0, ALPHABET.length())
                    .mapToObj(position -> ALPHABET.substring(position, position + 1))
                    .collect(Collectors.joining());
            if (allows(password, user)) {
                return password;
            }
        }
        throw new IllegalStateException(
                "The password policy refused %d random passwords for user %s".formatted(TRIES, user.getId()));
    }
}
