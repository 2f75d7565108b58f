package org.noticecascade.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noticecascade.mail.MailTestContext.DAY;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(MailTestContext.class)
class OutboxTest {
    @Autowired
    Outbox outbox;

    @Autowired
    MailFixture fixture;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void putsAKeyOnce() {
        assertThat(put("RETURN:1")).isTrue();
        assertThat(put("RETURN:1")).isFalse();
        assertThat(put("RETURN:2")).isTrue();
        assertThat(outbox.counts())
                .containsEntry(Outbox.Status.WAITING, 2L)
                .containsEntry(Outbox.Status.FAILED, 0L)
                .hasSize(5);
    }

    @Test
    void putsOneDigestPerPersonAndDay() {
        List<String> users = fixture.persons(1200);

        assertThat(outbox.putDigests(DAY, users.subList(0, 700), clock.instant()))
                .isEqualTo(700);
        assertThat(outbox.putDigests(DAY, users, clock.instant())).isEqualTo(500);
        assertThat(outbox.putDigests(DAY.plusDays(1), users, clock.instant())).isEqualTo(1200);
    }

    /** H2 takes no array of more than 65,536. */
    @Test
    void putsTheDigestsOfAWholeCountry() {
        List<String> users =
                IntStream.range(0, 89_122).mapToObj("u%06d"::formatted).toList();

        assertThat(outbox.putDigests(DAY, users.subList(0, 30_000), clock.instant()))
                .isEqualTo(30_000);
        assertThat(outbox.putDigests(DAY, users, clock.instant())).isEqualTo(59_122);
    }

    @Test
    void goesWithTheTransactionOfTheAct() {
        transaction.executeWithoutResult(act -> {
            put("RETURN:1");
            act.setRollbackOnly();
        });
        assertThat(outbox.counts()).containsEntry(Outbox.Status.WAITING, 0L);

        transaction.executeWithoutResult(act -> {
            put("RETURN:1");
            assertThat(put("RETURN:1")).isFalse();
            put("RETURN:2");
        });
        assertThat(outbox.counts()).containsEntry(Outbox.Status.WAITING, 2L);
    }

    private boolean put(String key) {
        return outbox.put(MailKind.RETURN, key, "u1", DAY, 7L, clock.instant());
    }
}
