package org.noticecascade.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a session rests on, as the database says it now, in one statement: that it has not been ended, and the account's
 * password, groups and tenants. Read with each call, so a change counts at once on every node.
 */
@Component
class AccountStamps {
    private static final String OURS = """
            select 'session' as kind, s.id as word, cast(null as timestamp) as locked_until, p.active as active
              from user_session s left join person p on p.user_id = s.user_id
             where s.id = :session and s.user_id = :user and s.ended_at is null
            """;
    private static final String ENGINES = """
            union all
            select 'password', u.PWD_, u.LOCK_EXP_TIME_, true from ACT_ID_USER u where u.ID_ = :user
            union all
            select 'group', m.GROUP_ID_, null, true from ACT_ID_MEMBERSHIP m where m.USER_ID_ = :user
            union all
            select 'tenant', t.TENANT_ID_, null, true from ACT_ID_TENANT_MEMBER t where t.USER_ID_ = :user
            union all
            select 'tenant', t.TENANT_ID_, null, true
              from ACT_ID_MEMBERSHIP m join ACT_ID_TENANT_MEMBER t on t.GROUP_ID_ = m.GROUP_ID_
             where m.USER_ID_ = :user
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean ldap;
    private final KeyedDigest digest = KeyedDigest.ofThisProcess();

    /** @param active {@code null} where the directory does not know the person, such as an administrator */
    private record Row(
            String kind,
            String word,
            @Nullable Timestamp lockedUntil,
            @Nullable Boolean active) {}

    AccountStamps(JdbcClient jdbc, Clock clock, @Value("${cascade.security.ldap.enabled:false}") boolean ldap) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ldap = ldap;
    }

    /**
     * A digest that is another one as soon as password, groups or tenants are.
     *
     * @return nothing where the session has been ended, or the account is locked, deactivated or deleted
     */
    Optional<String> of(String user, String session) {
        List<Row> rows = jdbc.sql(ldap ? OURS : OURS + ENGINES)
                .param("user", user)
                .param("session", session)
                .query(AccountStamps::row)
                .list();
        boolean open =
                rows.stream().anyMatch(row -> row.kind().equals("session") && !Boolean.FALSE.equals(row.active()));
        boolean exists = ldap || rows.stream().anyMatch(row -> row.kind().equals("password") && !isLocked(row));
        return open && exists ? Optional.of(digest(rows)) : Optional.empty();
    }

    private boolean isLocked(Row row) {
        return row.lockedUntil() != null && row.lockedUntil().toInstant().isAfter(clock.instant());
    }

    private String digest(List<Row> rows) {
        return digest.of(rows.stream()
                .map(row -> row.kind() + ' ' + row.word())
                .distinct()
                .sorted()
                .toArray(String[]::new));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Object active = row.getObject("active");
        return new Row(
                row.getString("kind"),
                String.valueOf(row.getString("word")),
                row.getTimestamp("locked_until"),
                active instanceof Boolean known ? known : null);
    }
}
