package org.noticecascade.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the chain, as docs/ledger.md writes them down: SHA-256 over fields that each carry their length in
 * bytes of UTF-8, {@code 3:abc,}, an absent one being {@code -,}. Never change what is hashed here: every sealed entry
 * would count as altered.
 */
public final class SealHash {
    /** What stands in the place of a hash before the first entry. */
    public static final String NONE = "0".repeat(64);

    private static final String ENTRY = "notice-cascade ledger entry 1";
    private static final String ADMINISTRATION = "notice-cascade ledger administration 1";
    private static final String SEAL = "notice-cascade ledger seal 1";

    private final MessageDigest digest = sha256();

    private SealHash(String kind) {
        with(kind);
    }

    /** The hash of what an entry says, wherever it stands; 64 hexadecimal digits. Only one with a target hashes it. */
    public static String ofEntry(LedgerRow row) {
        SealHash hash = row.target() == null ? new SealHash(ENTRY) : new SealHash(ADMINISTRATION).with(row.target());
        return hash.with(row.id())
                .with(row.at().toEpochMilli())
                .with(row.actor())
                .with(row.onBehalf())
                .with(row.unitCode())
                .with(row.noticeId())
                .with(row.assignmentId())
                .with(row.act())
                .with(row.from())
                .with(row.to())
                .hex();
    }

    /**
     * The hash of a place in the chain; 64 hexadecimal digits.
     *
     * @param position from 1
     * @param previous the hash at the position before, {@link #NONE} at the first
     * @param entry the hash {@link #ofEntry} gives
     */
    public static String ofSeal(long position, String previous, String entry) {
        return new SealHash(SEAL).with(position).with(previous).with(entry).hex();
    }

    private SealHash with(@Nullable Long number) {
        return with(number == null ? null : number.toString());
    }

    private SealHash with(@Nullable String text) {
        if (text == null) {
            digest.update("-,".getBytes(StandardCharsets.US_ASCII));
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
