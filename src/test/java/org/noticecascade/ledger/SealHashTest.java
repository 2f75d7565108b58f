package org.noticecascade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The vectors stand in docs/ledger.md too; they were computed with another program. */
class SealHashTest {
    private static final LedgerRow FULL = row("u440000staff", "代 张三", "440000", "第1版", "原因");
    private static final LedgerRow BARE =
            new LedgerRow(1, Instant.EPOCH, "system", null, null, null, null, "NOTICE_READ", null, null, null);

    private static LedgerRow row(String actor, String behalf, String unit, String from, String to) {
        return new LedgerRow(
                42,
                Instant.parse("2026-03-04T01:02:03.456Z"),
                actor,
                behalf,
                unit,
                7L,
                11L,
                "PLAN_RETURNED",
                null,
                from,
                to);
    }

    private static LedgerRow administration(String target) {
        return new LedgerRow(
                43,
                Instant.parse("2026-03-04T01:02:03.456Z"),
                "admin",
                null,
                null,
                null,
                null,
                "MEMBERSHIP_ADDED",
                target,
                null,
                "member=yes");
    }

    @Test
    void hashesAsDocumented() {
        assertThat(SealHash.ofEntry(FULL))
                .isEqualTo("4012987d464331b4d8e4f1ca3a8a427b9f97e658a988f62d061cafce253a3338");
        assertThat(SealHash.ofEntry(BARE))
                .isEqualTo("2b73856d652942dec1d407a8126fde483deddd948eb078bb4ba032e6917cc497");
        assertThat(SealHash.ofSeal(1, SealHash.NONE, SealHash.ofEntry(FULL)))
                .isEqualTo("e27f1f9a1b7f7428d50e45150c821377f48c7ef7a7169a7f3d5f830723715a28");
    }

    @Test
    void hashesWhatAnAdministratorsActWasDoneTo() {
        String hash = SealHash.ofEntry(administration("user=zhang group=U310000STAFF"));

        assertThat(hash).isEqualTo("f6e250ab9f31fb0f1b56da8d24e974011a28a88eaa6eb3432f1a80603344768c");
        assertThat(SealHash.ofEntry(administration("user=li group=U310000STAFF")))
                .isNotEqualTo(hash);
        assertThat(SealHash.ofEntry(administration(null))).isNotEqualTo(hash);
    }

    @Test
    void tellsWhereAFieldEnds() {
        assertThat(SealHash.ofEntry(row("a", "bc", "x", "y", "z")))
                .isNotEqualTo(SealHash.ofEntry(row("ab", "c", "x", "y", "z")))
                .isNotEqualTo(SealHash.ofEntry(row("a,2:bc", null, "x", "y", "z")));
        assertThat(SealHash.ofEntry(row("a", "", "x", "y", "z")))
                .isNotEqualTo(SealHash.ofEntry(row("a", null, "x", "y", "z")));
    }

    @Test
    void countsPositionAndPrevious() {
        String entry = SealHash.ofEntry(BARE);

        assertThat(SealHash.ofSeal(2, SealHash.NONE, entry)).isNotEqualTo(SealHash.ofSeal(1, SealHash.NONE, entry));
        assertThat(SealHash.ofSeal(1, entry, entry)).isNotEqualTo(SealHash.ofSeal(1, SealHash.NONE, entry));
    }
}
