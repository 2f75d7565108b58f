package org.noticecascade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ledger.Finding.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(LedgerTestContext.class)
class SealingTest {
    private static final long NOTICE = 7;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Sealing sealing;

    @Autowired
    private Chain chain;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private LedgerTestContext.Watch clock;

    @BeforeEach
    void empty() {
        for (String table : List.of("ledger", "ledger_seal", "ledger_unsealed", "ledger_head")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("insert into ledger_head (id, position, hash) values (1, 0, :none)")
                .param("none", SealHash.NONE)
                .update();
    }

    // ---- sealing

    @Test
    void sealsWhatWasCommittedPageByPageInTheOrderOfIds() {
        write(25);

        assertThat(sealing.run()).isEqualTo(25);

        List<Link> links = chain.after(0, 100);
        assertThat(links)
                .extracting(Link::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
        assertThat(links).extracting(Link::ledgerId).isSorted();
        assertThat(links.get(0).previousHash()).isEqualTo(SealHash.NONE);
        assertThat(chain.head()).contains(new Head(25, links.get(24).hash()));
        assertThat(count("ledger_unsealed")).isZero();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void doesNothingWhenNothingWaits() {
        write(3);
        sealing.run();

        assertThat(sealing.run()).isZero();
        assertThat(count("ledger_seal")).isEqualTo(3);
    }

    @Test
    void queuesNothingOfATransactionThatIsRolledBack() {
        transactions.executeWithoutResult(transaction -> {
            write(1);
            transaction.setRollbackOnly();
        });

        assertThat(sealing.run()).isZero();
        assertThat(count("ledger")).isZero();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void sealsAnIdThatCommitsAfterHigherOnesAtALaterPosition() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = other.submit(() -> transactions.executeWithoutResult(transaction -> {
                write(1);
                written.countDown();
                await(mayCommit);
            }));
            await(written);
            write(12);
            assertThat(sealing.run()).isEqualTo(12);
            clock.pass(Duration.ofMinutes(1));
            mayCommit.countDown();
            late.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(sealing.run()).isEqualTo(1);

        List<Link> links = chain.after(0, 100);
        assertThat(links.get(12).ledgerId()).isLessThan(links.get(0).ledgerId());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void goesOnAfterAFailureInTheMiddle() {
        write(25);
        long twelfth = ids().get(12);
        jdbc.sql("""
                        insert into ledger_seal (position, ledger_id, previous_hash, hash, sealed_at)
                        values (13, -1, :none, :none, :at)""")
                .param("none", SealHash.NONE)
                .param("at", OffsetDateTime.now(clock))
                .update();

        assertThatThrownBy(sealing::run).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(chain.head())
                .hasValueSatisfying(head -> assertThat(head.position()).isEqualTo(10));
        assertThat(count("ledger_unsealed")).isEqualTo(15);

        jdbc.sql("delete from ledger_seal where position = 13").update();
        assertThat(sealing.run()).isEqualTo(15);
        assertThat(chain.after(12, 1).get(0).ledgerId()).isEqualTo(twelfth);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void twoSealersAtOnceMakeOneChain() throws Exception {
        write(300);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Future<Long> one = nodes.submit(() -> sealing.run());
            Future<Long> two = nodes.submit(() -> sealing.run());
            Future<?> writer = nodes.submit(() -> write(50));
            one.get(60, TimeUnit.SECONDS);
            two.get(60, TimeUnit.SECONDS);
            writer.get(60, TimeUnit.SECONDS);
        } finally {
            nodes.shutdownNow();
        }
        sealing.run();

        assertThat(count("ledger_seal")).isEqualTo(350);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void takesOverTheEntriesOfAnEarlierRelease() {
        write(15);
        jdbc.sql("delete from ledger_unsealed").update();
        jdbc.sql("insert into ledger_unsealed (ledger_id) select id from ledger")
                .update();

        assertThat(sealing.run()).isEqualTo(15);
        assertThat(kinds()).isEmpty();
    }

    // ---- checking

    @Test
    void namesAnAlteredEntry() {
        long id = sealed(12).get(4);
        jdbc.sql("update ledger set to_value = 'x' where id = :id")
                .param("id", id)
                .update();

        assertThat(findings(Kind.ALTERED)).singleElement().satisfies(finding -> {
            assertThat(finding.ledgerId()).isEqualTo(id);
            assertThat(finding.position()).isEqualTo(5);
        });
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void seesEveryColumn() {
        long id = sealed(3).get(1);
        for (String change : List.of(
                "at = at + interval '1' second",
                "actor = 'x'",
                "on_behalf = 'x'",
                "unit_code = '310000'",
                "notice_id = 8",
                "assignment_id = 8",
                "act = 'NO_SUCH_ACT'",
                "from_value = 'x'",
                "to_value = null")) {
            List<LedgerRow> before = chain.after(1, 1).stream().map(Link::row).toList();
            jdbc.sql("update ledger set " + change + " where id = :id")
                    .param("id", id)
                    .update();
            assertThat(kinds()).as(change).containsExactly(Kind.ALTERED);
            restore(before.get(0));
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void namesAMissingEntry() {
        long id = sealed(12).get(11);
        jdbc.sql("delete from ledger where id = :id").param("id", id).update();

        assertThat(findings(Kind.MISSING))
                .singleElement()
                .satisfies(finding -> assertThat(finding.ledgerId()).isEqualTo(id));
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void namesAnEntryThatWentWhileItWaited() {
        sealed(2);
        write(1);
        long id = ids().get(2);
        jdbc.sql("delete from ledger where id = :id").param("id", id).update();

        assertThat(findings(Kind.MISSING))
                .singleElement()
                .satisfies(finding -> assertThat(finding.ledgerId()).isEqualTo(id));
        assertThat(sealing.run()).isZero();
    }

    @Test
    void namesASealThatWasForgedToFitAnAlteredEntry() {
        long id = sealed(12).get(4);
        jdbc.sql("update ledger set to_value = 'x' where id = :id")
                .param("id", id)
                .update();
        Link link = chain.after(4, 1).get(0);
        jdbc.sql("update ledger_seal set hash = :hash where position = 5")
                .param("hash", SealHash.ofSeal(5, link.previousHash(), SealHash.ofEntry(link.row())))
                .update();

        assertThat(findings(Kind.BROKEN_LINK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.position()).isEqualTo(6));
    }

    @Test
    void namesSealsThatChangedPlaces() {
        List<Long> ids = sealed(12);
        jdbc.sql("update ledger_seal set ledger_id = -1 where position = 3").update();
        jdbc.sql("update ledger_seal set ledger_id = :id where position = 4")
                .param("id", ids.get(2))
                .update();
        jdbc.sql("update ledger_seal set ledger_id = :id where position = 3")
                .param("id", ids.get(3))
                .update();

        assertThat(findings(Kind.ALTERED)).extracting(Finding::position).containsExactly(3L, 4L);
    }

    @Test
    void namesAGap() {
        long id = sealed(12).get(5);
        jdbc.sql("delete from ledger_seal where position = 6").update();
        jdbc.sql("delete from ledger where id = :id").param("id", id).update();

        assertThat(kinds()).containsExactly(Kind.GAP);
    }

    @Test
    void namesAForeignEntry() {
        sealed(3);
        long id = foreign();

        assertThat(findings(Kind.FOREIGN))
                .singleElement()
                .satisfies(finding -> assertThat(finding.ledgerId()).isEqualTo(id));
        assertThat(sealing.run()).isZero();
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void namesAForeignEntryHiddenBehindASealBeforeTheFirst() {
        sealed(3);
        jdbc.sql("""
                        insert into ledger_seal (position, ledger_id, previous_hash, hash, sealed_at)
                        values (-5, :id, :none, :none, :at)""")
                .param("id", foreign())
                .param("none", SealHash.NONE)
                .param("at", OffsetDateTime.now(clock))
                .update();

        assertThat(kinds()).contains(Kind.GAP, Kind.ALTERED);
    }

    @Test
    void namesAnOldEntryPutIntoTheQueue() {
        sealed(3);
        clock.pass(Duration.ofHours(1));
        sealed(3);
        jdbc.sql("insert into ledger_unsealed (ledger_id) values (:id)")
                .param("id", -9)
                .update();
        jdbc.sql("insert into ledger (id, at, actor, act) values (-9, :at, 'x', 'SIGNED')")
                .param("at", OffsetDateTime.now(clock).minusHours(1))
                .update();

        assertThat(kinds()).containsExactly(Kind.LEFT_OUT);
    }

    @Test
    void countsWhatWaitsWithoutComplaint() {
        sealed(3);
        clock.pass(Duration.ofHours(1));
        write(2);

        CheckResult result = check.run(List.of(), (checked, all) -> true);
        assertThat(result.intact()).isTrue();
        assertThat(result.waiting()).isEqualTo(2);
        assertThat(result.checked()).isEqualTo(3);
    }

    @Test
    void namesAnEndThatWasCutOff() {
        sealed(12);
        Head known = chain.head().orElseThrow();
        Link last = chain.after(9, 1).get(0);
        jdbc.sql("delete from ledger where id in (select ledger_id from ledger_seal where position > 10)")
                .update();
        jdbc.sql("delete from ledger_seal where position > 10").update();
        assertThat(kinds()).containsExactly(Kind.HEAD_WRONG);

        jdbc.sql("update ledger_head set position = 10, hash = :hash")
                .param("hash", last.hash())
                .update();
        assertThat(kinds()).isEmpty();
        assertThat(kinds(known)).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void namesAChainWrittenAnewFromAHeadWrittenDownEarlier() {
        long id = sealed(12).get(4);
        Head known = new Head(8, chain.after(7, 1).get(0).hash());
        Head end = chain.head().orElseThrow();
        assertThat(kinds(known, end)).isEmpty();

        jdbc.sql("update ledger set to_value = 'x' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from ledger_seal").update();
        jdbc.sql("update ledger_head set position = 0, hash = :none")
                .param("none", SealHash.NONE)
                .update();
        jdbc.sql("insert into ledger_unsealed (ledger_id) select id from ledger")
                .update();
        sealing.run();

        assertThat(kinds()).isEmpty();
        assertThat(kinds(known, end)).containsExactly(Kind.REWRITTEN, Kind.REWRITTEN);
    }

    @Test
    void namesAHeadSetBack() {
        sealed(12);
        jdbc.sql("update ledger_head set position = 3").update();
        assertThat(kinds()).containsExactly(Kind.HEAD_WRONG);

        jdbc.sql("delete from ledger_head").update();
        assertThat(kinds()).containsExactly(Kind.HEAD_WRONG);
        write(1);
        assertThatThrownBy(sealing::run).hasMessageContaining("ledger_head");
    }

    @Test
    void stopsWhenAsked() {
        sealed(3);

        assertThatThrownBy(() -> check.run(List.of(), (checked, all) -> false)).isInstanceOf(LedgerCheck.Stopped.class);
    }

    // ---- steps

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger.onAssignment(NOTICE, 11, "440000", Act.PLAN_RETURNED, "第1版", "原因" + i);
        }
    }

    private List<Long> sealed(int entries) {
        write(entries);
        sealing.run();
        return ids();
    }

    private long foreign() {
        jdbc.sql("insert into ledger (at, actor, act) values (:at, 'x', 'SIGNED')")
                .param("at", OffsetDateTime.now(clock))
                .update();
        return ids().get(ids().size() - 1);
    }

    private void restore(LedgerRow row) {
        jdbc.sql("""
                        update ledger set at = :at, actor = :actor, on_behalf = null, unit_code = :unit,
                               notice_id = :notice, assignment_id = :assignment, act = :act, from_value = :from,
                               to_value = :to where id = :id""")
                .param("at", row.at().atOffset(java.time.ZoneOffset.UTC))
                .param("actor", row.actor())
                .param("unit", row.unitCode())
                .param("notice", row.noticeId())
                .param("assignment", row.assignmentId())
                .param("act", row.act())
                .param("from", row.from())
                .param("to", row.to())
                .param("id", row.id())
                .update();
    }

    private List<Long> ids() {
        return jdbc.sql("select id from ledger order by id").query(Long.class).list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<Kind> kinds(Head... known) {
        return check.run(List.of(known), (checked, all) -> true).findings().stream()
                .map(Finding::kind)
                .toList();
    }

    private List<Finding> findings(Kind kind) {
        return check.run(List.of(), (checked, all) -> true).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
