package org.noticecascade.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.noticecascade.platform.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the service ever had an administrator, and the tokens with which the first one is made. Once there was one it
 * stays so: an empty group is a restored or damaged database then, not a new service.
 *
 * <p>Tokens lie in the database as hashes, so that one printed by a node works on all.
 */
@Component
class FirstAdministrator {
    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final IdentityService identities;
    private final AsSystem asSystem;
    private final SetupProperties properties;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean known;

    FirstAdministrator(
            JdbcClient jdbc, Clock clock, IdentityService identities, AsSystem asSystem, SetupProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.identities = identities;
        this.asSystem = asSystem;
        this.properties = properties;
    }

    /** Whether there is or ever was an administrator; once true, true for good. */
    boolean everWas() {
        if (!known) {
            known = jdbc.sql("select count(*) from first_administrator where known_since is not null")
                            .query(Long.class)
                            .single()
                    > 0;
        }
        return known;
    }

    /** Notes it for good if there is an administrator now; answers whether there ever was one. */
    boolean noteIfAny() {
        long members = asSystem.call(() ->
                identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count());
        if (members > 0 && !everWas()) {
            jdbc.sql("update first_administrator set known_since = :now where known_since is null")
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            jdbc.sql("delete from setup_token").update();
        }
        return everWas();
    }

    /** A new token, which nobody can guess; those that have run out are forgotten. */
    String newToken() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from setup_token where valid_until <= :now")
                .param("now", now)
                .update();
        keep(token);
        return token;
    }

    boolean accepts(String token) {
        byte[] given = hash(token).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String hash : jdbc.sql("select hash from setup_token where valid_until > :now")
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .list()) {
            found |= MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }

    /** Takes the token away; of two who use it at once one gets it. */
    boolean use(String token) {
        return accepts(token)
                && jdbc.sql("delete from setup_token where hash = :hash")
                                .param("hash", hash(token))
                                .update()
                        == 1;
    }

    /** Lets a token be used again that made no administrator, for example because of a weak password. */
    void giveBack(String token) {
        keep(token);
    }

    private void keep(String token) {
        jdbc.sql("insert into setup_token (hash, valid_until) values (:hash, :until)")
                .param("hash", hash(token))
                .param("until", OffsetDateTime.now(clock).plus(properties.tokenLifetime()))
                .update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
