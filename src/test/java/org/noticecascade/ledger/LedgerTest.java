package org.noticecascade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Two parts of one notice, and another notice. */
@SpringJUnitConfig(LedgerTestContext.class)
class LedgerTest {
    private static final long NOTICE = 70;
    private static final long OTHER_NOTICE = 71;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void write() {
        jdbc.sql("delete from ledger").update();
        ledger.onNotice(NOTICE, Act.NOTICE_ISSUED, null, null);
        ledger.onAssignment(NOTICE, 1, "640000", Act.SIGNED, null, null);
        ledger.onAssignment(NOTICE, 2, "310000", Act.SIGNED, null, null);
        ledger.onAssignment(NOTICE, 1, "640000", Act.ASSIGNED, null, null);
        ledger.onNotice(OTHER_NOTICE, Act.NOTICE_ISSUED, null, null);
    }

    @Test
    void readsAWholeNoticeInOrder() {
        assertThat(ledger.of(NOTICE, null, 0, 10))
                .extracting(Entry::act)
                .containsExactly(Act.NOTICE_ISSUED, Act.SIGNED, Act.SIGNED, Act.ASSIGNED);
        assertThat(ledger.of(NOTICE, null, 1, 2)).extracting(Entry::unitCode).containsExactly("640000", "310000");
        assertThat(ledger.count(NOTICE, null)).isEqualTo(4);
    }

    @Test
    void readsOnePart() {
        assertThat(ledger.of(NOTICE, 1L, 0, 10)).extracting(Entry::act).containsExactly(Act.SIGNED, Act.ASSIGNED);
        assertThat(ledger.count(NOTICE, 1L)).isEqualTo(2);
        assertThat(ledger.of(OTHER_NOTICE, 1L, 0, 10)).isEmpty();
    }

    /** The form of each task shows the last of them. */
    @Test
    void findsOnePartByItsIndex() {
        String plan = jdbc.sql("explain select count(*) from ledger where " + Ledger.about(1L))
                .param("notice", NOTICE)
                .param("assignment", 1L)
                .query(String.class)
                .single();

        assertThat(plan).containsIgnoringCase("ledger_assignment");
    }
}
