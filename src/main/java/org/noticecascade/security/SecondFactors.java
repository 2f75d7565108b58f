package org.noticecascade.security;

import java.time.Clock;
import org.noticecascade.Refusal;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.security.SecondFactorRows.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up somebody's second factor and checks its codes. Each code counts once, on all nodes together. */
@Service
public class SecondFactors {
    private static final String ISSUER = "NoticeCascade";

    private final SecondFactorRows rows;
    private final SecretCipher cipher;
    private final CodeGuesses guesses;
    private final Ledger ledger;
    private final Clock clock;

    SecondFactors(SecondFactorRows rows, SecretCipher cipher, CodeGuesses guesses, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.cipher = cipher;
        this.guesses = guesses;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What an authenticator app is given, shown once.
     *
     * @param secret in Base32, in groups of four
     * @param uri the same as {@code otpauth://}, for an app on the same machine
     */
    public record Enrolment(String secret, String uri) {}

    /** Whether this person has shown a right code before. */
    public boolean isSetUp(String user) {
        return rows.of(user).filter(Row::confirmed).isPresent();
    }

    /** Makes a new secret. One that was never confirmed is forgotten; a confirmed one only an administrator resets. */
    @Transactional
    public Enrolment enrol(String user) {
        byte[] secret = TimeCodes.newSecret();
        if (!rows.begin(user, cipher.encrypt(user, secret))) {
            throw Refusal.conflict(
                    "您已设置动态验证码。更换手机请联系管理员重置。",
                    "You have set up a second factor. Ask an administrator to reset it if you have a new phone.");
        }
        String text = TimeCodes.base32(secret);
        return new Enrolment(
                text.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, user, text, ISSUER));
    }

    /**
     * Takes a code, or refuses it with the reason. The first right one confirms the secret.
     *
     * @param address where the caller is, for the pause after wrong codes
     */
    @Transactional
    public void confirm(String user, String address, String code) {
        Row row = rows.of(user).orElseThrow(SecondFactors::notBegun);
        byte[] secret = cipher.decrypt(user, row.secret());
        guesses.check(user, address, () -> take(user, row.secret(), secret, code));
        if (!row.confirmed()) {
            ledger.onAdministration(user, Act.SECOND_FACTOR_SET_UP, user, null, null);
        }
    }

    private long take(String user, String stored, byte[] secret, String code) {
        long step =
                TimeCodes.stepOf(secret, code.replace(" ", ""), clock.instant()).orElseThrow(CodeRefused::wrong);
        if (!rows.take(user, stored, step)) {
            throw CodeRefused.used();
        }
        return step;
    }

    private static Refusal notBegun() {
        return Refusal.conflict("尚未设置动态验证码。请先获取密钥。", "No second factor is set up. Fetch a secret first.");
    }
}
