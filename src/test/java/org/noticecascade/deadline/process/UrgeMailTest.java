package org.noticecascade.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Role;
import org.noticecascade.mail.Letter;
import org.noticecascade.mail.Letters;
import org.noticecascade.mail.MailItem;
import org.noticecascade.mail.MailKind;
import org.noticecascade.mail.OutboxMail;
import org.noticecascade.platform.CascadeClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An urging reaches the person with the next digest they get, never with a second one on the same day. */
@ProcessTest
class UrgeMailTest {
    private static final String NINGXIA = "640000";
    private static final String STAFF = "u640000staff";
    private static final LocalDate TODAY = TestTime.START;
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DigestContent content;

    @Autowired
    private People people;

    @Autowired
    private CascadeClock clock;

    private long notice;

    @BeforeEach
    void issue() {
        notice = scenario.issueTo(NINGXIA);
    }

    @Test
    void marksTheDigestThatStillWaits() {
        JsonNode answer = urge();

        assertThat(answer.path("day").asText()).isEqualTo(TODAY.toString());
        assertThat(answer.path("mailDay").asText()).isEqualTo(TODAY.toString());
        assertThat(digestsOf(STAFF)).containsExactly(TODAY);
        assertThat(item(TODAY).urged())
                .startsWith(scenario.units().headquarters().name() + "，3月4日 09:3");
    }

    @Test
    void marksTheNextWorkingDaysDigestWhereTodaysHasLeft() {
        putToday();
        sent(STAFF, TODAY);

        JsonNode answer = urge();

        assertThat(answer.path("day").asText()).isEqualTo(TODAY.toString());
        assertThat(answer.path("mailDay").asText()).isEqualTo(TOMORROW.toString());
        assertThat(digestsOf(STAFF)).containsExactly(TODAY, TOMORROW);
        assertThat(digestsOf("u640000lead")).containsExactly(TODAY);
        assertThat(notBefore(STAFF, TOMORROW).toLocalTime()).isEqualTo(LocalTime.of(9, 15));
        assertThat(item(TOMORROW).urged()).contains("3月4日");
        assertThat(lastLedger()).isEqualTo("计入 2026-03-05 的邮件");
    }

    /** A digest that is just being sent may have been written before the urge. */
    @Test
    void countsADigestThatIsJustLeavingAsGone() {
        putToday();
        jdbc.sql(
                        "update mail_outbox set status = 'SENDING', claimed_at = :now, claimed_until = :now where user_id = :user")
                .param("now", OffsetDateTime.now(clock))
                .param("user", STAFF)
                .update();

        assertThat(urge().path("mailDay").asText()).isEqualTo(TOMORROW.toString());
    }

    @Test
    void givesADigestThatHadNothingToSayAnotherTry() {
        putToday();
        jdbc.sql("update mail_outbox set status = 'DROPPED'").update();

        assertThat(urge().path("mailDay").asText()).isEqualTo(TODAY.toString());
        assertThat(jdbc.sql("select status from mail_outbox where user_id = :user")
                        .param("user", STAFF)
                        .query(String.class)
                        .list())
                .containsExactly("WAITING");
    }

    @Test
    void saysItOnlyOnce() {
        urge();
        sent(STAFF, TODAY);

        assertThat(content.write(mail(TOMORROW), people.find(STAFF).orElseThrow()))
                .isEmpty();
    }

    @Test
    void saysNothingAnyMoreOnceTheUnitHasGoneOn() {
        urge();

        scenario.sign(notice, NINGXIA);

        assertThat(content.write(mail(TODAY), people.find(STAFF).orElseThrow())).isEmpty();
    }

    private JsonNode urge() {
        return http.post(
                        Scenario.userId(Scenario.HQ, Role.STAFF),
                        "/api/assignments/%d/urge"
                                .formatted(scenario.assignment(notice, NINGXIA).id()),
                        Map.of())
                .body();
    }

    private void putToday() {
        for (String user : List.of(STAFF, "u640000lead")) {
            jdbc.sql("""
                            insert into mail_outbox (mail_key, kind, user_id, on_day, not_before)
                            values (:key, 'DIGEST', :user, :day, :now)""")
                    .param("key", "DIGEST:%s:%s".formatted(user, TODAY))
                    .param("user", user)
                    .param("day", TODAY)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    private void sent(String user, LocalDate day) {
        jdbc.sql("""
                        update mail_outbox set status = 'SENT', sent_at = :now, claimed_at = :now
                         where user_id = :user and on_day = :day""")
                .param("now", OffsetDateTime.now(clock))
                .param("user", user)
                .param("day", day)
                .update();
    }

    private List<LocalDate> digestsOf(String user) {
        return jdbc.sql("select on_day from mail_outbox where user_id = :user and kind = 'DIGEST' order by on_day")
                .param("user", user)
                .query(LocalDate.class)
                .list();
    }

    private OffsetDateTime notBefore(String user, LocalDate day) {
        return jdbc.sql("select not_before from mail_outbox where user_id = :user and on_day = :day")
                .param("user", user)
                .param("day", day)
                .query(OffsetDateTime.class)
                .single()
                .atZoneSameInstant(clock.getZone())
                .toOffsetDateTime();
    }

    private String lastLedger() {
        return jdbc.sql("select to_value from ledger where act = 'URGED' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private MailItem item(LocalDate day) {
        Letter letter =
                content.write(mail(day), people.find(STAFF).orElseThrow()).orElseThrow();
        return ((List<?>) letter.model().get("groups"))
                .stream()
                        .map(group -> ((Letters.NoticeGroup) group).items().get(0))
                        .findFirst()
                        .orElseThrow();
    }

    private static OutboxMail mail(LocalDate day) {
        return new OutboxMail(1, MailKind.DIGEST, "DIGEST:%s:%s".formatted(STAFF, day), STAFF, day, null, 0);
    }
}
