package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class DraftQuotaTest {
    private static final String PERSON = "u000000drafter";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Notices notices;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void draftsOpenedAtOnceDoNotPassTheLimit() throws Exception {
        DraftQuota quota = new DraftQuota(jdbc, new DraftProperties(5, 5));
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> opened = IntStream.range(0, 8)
                    .mapToObj(n -> eight.submit(() -> opens(quota)))
                    .toList();
            int taken = 0;
            for (Future<Boolean> one : opened) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(5);
        } finally {
            eight.shutdown();
        }
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> quota.requireRoomForNotice(PERSON)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("5 件未签发的通知草稿");
        transaction.executeWithoutResult(status -> quota.requireRoomForNotice("u000000other"));
    }

    private boolean opens(DraftQuota quota) {
        try {
            transaction.executeWithoutResult(status -> {
                quota.requireRoomForNotice(PERSON);
                notices.open("", PERSON, OffsetDateTime.now(clock));
            });
            return true;
        } catch (Refusal full) {
            return false;
        }
    }
}
