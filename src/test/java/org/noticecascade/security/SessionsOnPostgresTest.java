package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** The statements on PostgreSQL, with two nodes that share nothing but the database. */
@Tag("database")
class SessionsOnPostgresTest {
    private final SettableClock clock = new SettableClock();

    @Test
    void whatOneNodeEndsOrChangesTheOtherSees() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
            tables(jdbc);
            UserSessions one = new UserSessions(jdbc, clock, Duration.ofMinutes(30));
            UserSessions other = new UserSessions(jdbc, clock, Duration.ofMinutes(30));
            AccountStamps stamps = new AccountStamps(jdbc, clock, false);
            String id = one.begin(new MockHttpServletRequest(), new MockHttpSession(), "u1");
            String stamp = stamps.of("u1", id).orElseThrow();

            assertThat(stamps.of("u1", id)).hasValue(stamp);
            assertThat(stamps.of("u2", id)).isEmpty();
            for (String change : new String[] {
                "update ACT_ID_USER set PWD_ = 'x'",
                "delete from ACT_ID_MEMBERSHIP",
                "insert into ACT_ID_TENANT_MEMBER values ('u1', null, '310000')"
            }) {
                jdbc.sql(change).update();
                assertThat(stamps.of("u1", id)).as(change).isPresent().isNotEqualTo(Optional.of(stamp));
                stamp = stamps.of("u1", id).orElseThrow();
            }
            jdbc.sql("update person set active = false").update();
            assertThat(stamps.of("u1", id)).isEmpty();
            jdbc.sql("update person set active = true").update();
            assertThat(stamps.of("u1", id)).hasValue(stamp);

            assertThat(other.of("u1"))
                    .singleElement()
                    .satisfies(session -> assertThat(session.id()).isEqualTo(id));
            assertThat(other.hasBeenAt("u1", "127.0.0.1")).isTrue();
            assertThat(other.hasBeenAt("u1", "203.0.113.7")).isFalse();
            assertThat(other.end("u2", id)).isFalse();
            assertThat(other.end("u1", id)).isTrue();
            assertThat(stamps.of("u1", id)).isEmpty();

            clock.pass(Duration.ofDays(91));
            one.begin(new MockHttpServletRequest(), new MockHttpSession(), "u1");
            assertThat(jdbc.sql("select count(*) from user_session")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static void tables(JdbcClient jdbc) throws Exception {
        jdbc.sql("create table person (user_id varchar(64), active boolean)").update();
        jdbc.sql("create table ACT_ID_USER (ID_ varchar(64), PWD_ varchar(255), LOCK_EXP_TIME_ timestamp)")
                .update();
        jdbc.sql("create table ACT_ID_MEMBERSHIP (USER_ID_ varchar(64), GROUP_ID_ varchar(64))")
                .update();
        jdbc.sql(
                        "create table ACT_ID_TENANT_MEMBER (USER_ID_ varchar(64), GROUP_ID_ varchar(64), TENANT_ID_ varchar(64))")
                .update();
        jdbc.sql("insert into person values ('u1', true)").update();
        jdbc.sql("insert into ACT_ID_USER values ('u1', 'hash', null), ('u2', 'hash', null)")
                .update();
        jdbc.sql("insert into ACT_ID_MEMBERSHIP values ('u1', 'U310000LEAD')").update();
        for (String statement : Files.readString(Path.of("src/main/resources/db/migration/V20__user_sessions.sql"))
                .split(";")) {
            if (!statement.isBlank()) {
                jdbc.sql(statement).update();
            }
        }
    }
}
