package org.noticecascade.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of second factors. Each change is one statement with its condition, so that two nodes cannot both win. */
@Repository
class SecondFactorRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    SecondFactorRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param secret encrypted
     * @param lastStep the time step of the last code that was taken
     */
    record Row(String secret, boolean confirmed, long lastStep) {}

    Optional<Row> of(String user) {
        return jdbc.sql("select secret, confirmed_at, last_step from second_factor where user_id = ?")
                .param(user)
                .query((row, number) -> new Row(
                        row.getString("secret"), row.getTimestamp("confirmed_at") != null, row.getLong("last_step")))
                .optional();
    }

    /** Puts a new secret in the place of one that was never confirmed; a confirmed one stays. */
    boolean begin(String user, String secret) {
        jdbc.sql("delete from second_factor where user_id = ? and confirmed_at is null")
                .param(user)
                .update();
        return jdbc.sql("""
                insert into second_factor (user_id, secret, created_at, last_step)
                select cast(:user as varchar(64)), cast(:secret as varchar(200)), cast(:now as timestamp(3) with time zone), -1
                 where not exists (select 1 from second_factor where user_id = :user)""")
                        .param("user", user)
                        .param("secret", secret)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Takes a code's step, once on all nodes, and confirms the secret where it was not yet.
     *
     * @param secret as it was read: another one in its place meanwhile takes no code of this one
     */
    boolean take(String user, String secret, long step) {
        return jdbc.sql("""
                update second_factor set last_step = :step, confirmed_at = coalesce(confirmed_at, :now)
                 where user_id = :user and secret = :secret and last_step < :step""")
                        .param("step", step)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("user", user)
                        .param("secret", secret)
                        .update()
                == 1;
    }

    boolean remove(String user) {
        return jdbc.sql("delete from second_factor where user_id = ?")
                        .param(user)
                        .update()
                == 1;
    }
}
