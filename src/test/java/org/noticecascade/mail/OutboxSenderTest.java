package org.noticecascade.mail;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.noticecascade.mail.MailTestContext.DAY;
import static org.noticecascade.mail.MailTestContext.PAGE;
import static org.noticecascade.mail.Outbox.Status.DROPPED;
import static org.noticecascade.mail.Outbox.Status.FAILED;
import static org.noticecascade.mail.Outbox.Status.SENDING;
import static org.noticecascade.mail.Outbox.Status.SENT;
import static org.noticecascade.mail.Outbox.Status.WAITING;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.deputy.Deputies;
import org.noticecascade.mail.FakeSmtp.Accepted;
import org.noticecascade.mail.FakeSmtp.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** One mail per person and day that still has something to say, whatever the server does. */
@Tag("database")
@SpringJUnitConfig(MailTestContext.class)
class OutboxSenderTest {
    static final int PERSONS = 50;

    @Autowired
    OutboxSender sender;

    @Autowired
    Outbox outbox;

    @Autowired
    MailPages pages;

    @Autowired
    Deputies deputies;

    @Autowired
    MailCircuit circuit;

    @Autowired
    MailFixture fixture;

    @Autowired
    FakeSmtp smtp;

    @Autowired
    SettableClock clock;

    @Autowired
    Troubles troubles;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void sendsEachMailOnceOverOneConnectionPerPage() {
        putDigests(PERSONS);

        assertThat(run()).isEqualTo(PERSONS);
        assertThat(run()).isZero();

        assertEveryoneGotOne(PERSONS);
        assertThat(smtp.connections).hasValue(PERSONS / PAGE);
    }

    @Test
    void sendsNothingAtNightOrOnDaysOff() {
        putDigests(1);
        LocalDate saturday = DAY.plusDays(3);

        for (LocalTime time : List.of(LocalTime.of(8, 29), LocalTime.of(18, 0), LocalTime.MIDNIGHT)) {
            clock.at(DAY, time);
            assertThat(run()).isZero();
        }
        clock.morningOf(saturday);
        assertThat(run()).isZero();
        assertThat(smtp.connections).hasValue(0);

        clock.morningOf(saturday.plusDays(2));
        assertThat(run()).isOne();
    }

    @Test
    void dropsWhatWasDoneMeanwhile() {
        putDigests(3);
        fixture.said().forEach(said -> said.allDone("u1"));

        assertThat(run()).isEqualTo(2);
        assertThat(fixture.rows(DROPPED)).isOne();
    }

    @Test
    void waitsUntilAMailMayLeave() {
        fixture.persons(1);
        outbox.put(MailKind.RETURN, "RETURN:1", "u0", DAY, 1L, clock.instant().plusSeconds(60));

        assertThat(run()).isZero();
        clock.pass(Duration.ofSeconds(60));
        assertThat(run()).isOne();
    }

    @Test
    void sendsToTheDeputyAndSaysForWhom() {
        putDigests(2);
        deputies.name("u0", "u1", DAY, DAY);

        run();

        assertThat(smtp.accepted).extracting(Accepted::recipient).containsExactly("u1@example.org", "u1@example.org");
        clock.morningOf(DAY.plusDays(1));
        outbox.putDigests(DAY.plusDays(1), List.of("u0"), clock.instant());
        run();
        assertThat(smtp.accepted).last().extracting(Accepted::recipient).isEqualTo("u0@example.org");
    }

    @Test
    void failsAtOnceWhereThereIsNoAddressAndGoesOn() {
        fixture.person("nobody", null, "zh");
        outbox.putDigests(DAY, List.of("nobody"), clock.instant());
        putDigests(2);

        assertThat(run()).isEqualTo(2);
        assertThat(fixture.rows(FAILED)).isOne();
    }

    @Test
    void postponesWhatCannotBeWrittenAndGoesOn() {
        putDigests(3);
        fixture.said().forEach(said -> said.breaksFor("u0"));

        assertThat(run()).isEqualTo(2);
        assertThat(fixture.rows(WAITING)).isOne();
        assertThat(circuit.trouble()).isEmpty();

        fixture.said().forEach(SaidByTest::forget);
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isOne();
    }

    @Test
    void keepsToTheRateOfAMinute() {
        putDigests(3);
        fixture.jdbc()
                .sql("insert into mail_outbox (mail_key, kind, user_id, on_day, status, not_before, sent_at) "
                        + "select 'old' || x.n, 'RETURN', 'u0', date '2026-03-04', 'SENT', :now, :now "
                        + "from (select a.user_id || b.user_id || c.user_id as n from person a, person b, person c) x")
                .param("now", Claims.at(clock.instant()))
                .update();
        MailProperties slow = withRate(28);
        OutboxSender limited = senderWith(slow);

        assertThat(limited.run(() -> false)).isOne();
        assertThat(limited.run(() -> false)).isZero();
        clock.pass(Duration.ofSeconds(61));
        assertThat(limited.run(() -> false)).isEqualTo(2);
    }

    @Test
    void losesAndDoublesNothingWhenTheServerRefusesConnections() {
        putDigests(PERSONS);
        afterTroubleAllArriveOnce(Mood.REFUSE);
    }

    @Test
    void losesAndDoublesNothingWhenTheServerHangs() {
        putDigests(PERSONS);
        afterTroubleAllArriveOnce(Mood.HANG);
    }

    @Test
    void losesAndDoublesNothingWhenTheServerIsClosing() {
        putDigests(PERSONS);
        afterTroubleAllArriveOnce(Mood.CLOSING);
    }

    @Test
    void losesAndDoublesNothingWhenTheConnectionEndsAfterData() {
        putDigests(PERSONS);
        afterTroubleAllArriveOnce(Mood.DROP_AFTER_DATA);
    }

    @Test
    void losesAndDoublesNothingWhenTheServerRefusesEveryone() {
        putDigests(PERSONS);
        afterTroubleAllArriveOnce(Mood.DENY);
    }

    @Test
    void losesAndDoublesNothingWhenTheServerIsBusy() {
        putDigests(PERSONS);
        afterTroubleAllArriveOnce(Mood.BUSY);
    }

    @Test
    void goesOnWhereTheServerDropsConnectionsInTheMiddleOfAPage() {
        putDigests(PERSONS);
        smtp.dropsAfter(3);

        settle();

        assertEveryoneGotOne(PERSONS);
        assertThat(troubles.opened).isEmpty();
    }

    @Test
    void givesUpOneRecipientWithoutDisturbingTheOthers() {
        putDigests(PERSONS);
        smtp.denies("u7@example.org");

        assertThat(run()).isEqualTo(PERSONS - 1);
        settle();

        assertThat(fixture.rows(FAILED)).isOne();
        assertThat(fixture.rows(SENT)).isEqualTo(PERSONS - 1);
        assertThat(troubles.opened).isEmpty();
        assertThat(fixture.jdbc()
                        .sql("select last_error from mail_outbox where status = 'FAILED'")
                        .query(String.class)
                        .single())
                .contains("550");

        smtp.reset();
        assertThat(outbox.retryFailed(clock.instant())).isOne();
        assertThat(run()).isOne();
    }

    @Test
    void probesWithOneMailAndPausesLongerEachTime() {
        putDigests(PERSONS);
        smtp.is(Mood.REFUSE);
        IntStream.range(0, 3).forEach(failure -> run());
        assertThat(smtp.connections).hasValue(3);

        run();
        assertThat(smtp.connections).as("open").hasValue(3);
        clock.pass(Duration.ofMinutes(1));
        run();
        run();
        assertThat(smtp.connections).as("one probe").hasValue(4);
        clock.pass(Duration.ofMinutes(1));
        run();
        assertThat(smtp.connections).as("pause has doubled").hasValue(4);
        clock.pass(Duration.ofMinutes(1));
        smtp.is(Mood.FINE);
        assertThat(run()).isEqualTo(PERSONS);

        assertThat(troubles.opened).hasSize(1);
        assertThat(troubles.closed).hasSize(1);
        assertThat(fixture.rows(SENT)).isEqualTo(PERSONS);
    }

    @Test
    void aProbeThatFindsNothingToSaySpendsNoPause() {
        putDigests(12);
        smtp.is(Mood.REFUSE);
        IntStream.range(0, 3).forEach(failure -> run());
        IntStream.range(0, 10).forEach(user -> fixture.said().forEach(said -> said.allDone("u" + user)));
        smtp.is(Mood.FINE);
        clock.pass(Duration.ofMinutes(1));

        assertThat(run()).isEqualTo(2);
        assertThat(fixture.rows(DROPPED)).isEqualTo(10);
        assertThat(circuit.trouble()).isEmpty();
    }

    @Test
    void afterThreeDaysDownEveryoneGetsTheNewestDigestOnly() {
        int everyone = 3_210;
        List<String> users = fixture.persons(everyone);
        smtp.is(Mood.REFUSE);
        for (int day = 0; day < 3; day++) {
            clock.morningOf(DAY.plusDays(day));
            outbox.putDigests(DAY.plusDays(day), users, clock.instant());
            IntStream.range(0, 120).forEach(look -> {
                run();
                clock.pass(Duration.ofMinutes(4));
            });
        }
        assertThat(troubles.opened).hasSize(1);
        assertThat(fixture.rows(WAITING)).isEqualTo(everyone);
        assertThat(smtp.connections.get()).as("attempts in three days").isLessThan(80);

        smtp.is(Mood.FINE);
        clock.pass(Duration.ofMinutes(30));
        assertThat(run()).isEqualTo(everyone);

        assertThat(mailsPerRecipient(everyone)).containsOnly(1L);
        assertThat(fixture.rows(SENT)).isEqualTo(everyone);
        assertThat(fixture.rows(DROPPED)).isEqualTo(2L * everyone);
        assertThat(troubles.closed).hasSize(1);
    }

    @Test
    void takesUpWhatAKilledNodeHadClaimed() {
        putDigests(PERSONS);
        assertThat(pages.next().mails()).hasSize(PAGE);

        assertThat(run()).isEqualTo(PERSONS - PAGE);
        assertThat(fixture.rows(SENDING)).isEqualTo(PAGE);
        clock.pass(Duration.ofMinutes(10));
        assertThat(run()).isEqualTo(PAGE);

        assertEveryoneGotOne(PERSONS);
    }

    @Test
    void repeatsTheOneMailInDoubtUnderTheSameMessageId() {
        putDigests(PERSONS);
        smtp.beforeAnswer(() -> {
            if (smtp.accepted.size() == 25) {
                throw new IllegalStateException("killed here");
            }
        });
        settle();

        List<String> ids = smtp.accepted.stream().map(Accepted::messageId).toList();
        assertThat(ids).hasSize(PERSONS + 1);
        assertThat(ids.stream().distinct()).hasSize(PERSONS);
        assertThat(fixture.rows(SENT)).isEqualTo(PERSONS);
    }

    @Test
    void putsTheRestBackWhenTheServiceStops() {
        putDigests(PERSONS);

        assertThat(sender.run(() -> smtp.accepted.size() >= 14)).isEqualTo(14);

        assertThat(fixture.rows(SENDING)).isZero();
        assertThat(fixture.rows(WAITING)).isEqualTo(PERSONS - 14);
        run();
        assertEveryoneGotOne(PERSONS);
    }

    @Test
    void twoNodesAtOnceSendEachMailOnce() throws Exception {
        List<String> users = fixture.persons(PERSONS);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<int[]> node = () -> {
                together.await(10, TimeUnit.SECONDS);
                int put = outbox.putDigests(DAY, users, clock.instant());
                together.await(10, TimeUnit.SECONDS);
                return new int[] {put, run()};
            };
            Future<int[]> one = nodes.submit(node);
            Future<int[]> two = nodes.submit(node);
            assertThat(one.get(30, TimeUnit.SECONDS)[0] + two.get(30, TimeUnit.SECONDS)[0])
                    .as("put")
                    .isEqualTo(PERSONS);
            assertThat(one.get()[1] + two.get()[1]).as("sent").isEqualTo(PERSONS);
        } finally {
            nodes.shutdownNow();
        }
        assertEveryoneGotOne(PERSONS);
    }

    @Test
    void twoNodesAtOnceReportOneIncident() throws Exception {
        putDigests(PERSONS);
        smtp.is(Mood.REFUSE);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Object> node = () -> {
                IntStream.range(0, 5).forEach(look -> run());
                return "";
            };
            nodes.invokeAll(List.of(node, node), 30, TimeUnit.SECONDS)
                    .forEach(done -> assertThat(done).isNotCancelled());
        } finally {
            nodes.shutdownNow();
        }
        assertThat(troubles.opened).hasSize(1);
        smtp.is(Mood.FINE);
        settle();
        assertEveryoneGotOne(PERSONS);
        assertThat(troubles.closed).hasSize(1);
    }

    /** Some looks into the outbox while the server is in this mood, then it is fine again. */
    private void afterTroubleAllArriveOnce(Mood mood) {
        smtp.is(mood);
        for (int look = 0; look < 8; look++) {
            run();
            clock.pass(Duration.ofSeconds(10));
        }
        assertThat(smtp.accepted).isEmpty();
        assertThat(troubles.opened).as("one incident").hasSize(1);
        smtp.is(Mood.FINE);

        settle();

        assertEveryoneGotOne(PERSONS);
        assertThat(troubles.opened).hasSize(1);
        assertThat(troubles.closed).hasSize(1);
        assertThat(circuit.trouble()).isEmpty();
    }

    private void settle() {
        for (int look = 0; look < 60; look++) {
            run();
            clock.pass(Duration.ofMinutes(8));
        }
    }

    private int run() {
        return sender.run(() -> false);
    }

    private void putDigests(int persons) {
        outbox.putDigests(DAY, fixture.persons(persons), clock.instant());
    }

    private void assertEveryoneGotOne(int persons) {
        assertThat(mailsPerRecipient(persons)).containsOnly(1L);
        assertThat(fixture.rows(SENT)).isEqualTo(persons);
    }

    private List<Long> mailsPerRecipient(int persons) {
        var counts = smtp.accepted.stream().collect(groupingBy(Accepted::recipient, counting()));
        assertThat(counts).hasSize(persons);
        return List.copyOf(counts.values());
    }

    private static MailProperties withRate(int perMinute) {
        MailProperties usual = MailTestContext.properties();
        return new MailProperties(
                usual.enabled(),
                usual.from(),
                usual.replyTo(),
                usual.linkBaseUrl(),
                perMinute,
                usual.pageSize(),
                usual.poll(),
                usual.claimTime(),
                usual.maxAttempts(),
                usual.keepDays(),
                usual.retryPauses(),
                usual.hours(),
                usual.breaker());
    }

    @Autowired
    QuietHours quietHours;

    @Autowired
    Claims claims;

    @Autowired
    Courier courier;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    @Autowired
    org.springframework.beans.factory.ObjectProvider<org.springframework.mail.javamail.JavaMailSenderImpl> server;

    private OutboxSender senderWith(MailProperties properties) {
        return new OutboxSender(
                quietHours, new MailPages(claims, circuit, transaction, properties, clock), courier, server, clock);
    }
}
