package org.noticecascade.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the chain of seals, a page at a time. */
@Repository
public class Chain {
    private final JdbcClient jdbc;

    Chain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the chain reaches; empty only if somebody removed that row. */
    public Optional<Head> head() {
        return jdbc.sql("select position, hash from ledger_head where id = 1")
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional();
    }

    /**
     * Both ends as they stand at one moment.
     *
     * @param last the highest position that has a seal; 0 while nothing is sealed
     */
    record Ends(@Nullable Head head, long last) {}

    Ends ends() {
        return jdbc.sql("""
                        select last.position, h.position, h.hash
                          from (select coalesce(max(position), 0) as position from ledger_seal) last
                          left join ledger_head h on h.id = 1""")
                .query((row, number) -> new Ends(
                        row.getString(3) == null ? null : new Head(row.getLong(2), row.getString(3)), row.getLong(1)))
                .single();
    }

    /** The places after {@code position}, in order. */
    public List<Link> after(long position, int limit) {
        return jdbc.sql("""
                        select s.position, s.ledger_id, s.previous_hash, s.hash, l.*
                          from ledger_seal s left join ledger l on l.id = s.ledger_id
                         where s.position > :position order by s.position limit :limit""")
                .param("position", position)
                .param("limit", limit)
                .query((row, number) -> new Link(
                        row.getLong("position"),
                        row.getLong("ledger_id"),
                        row.getString("previous_hash"),
                        row.getString("hash"),
                        row.getObject("id", Long.class) == null ? null : row(row)))
                .list();
    }

    /** The first position of an entry of that notice; empty while none is sealed. */
    public Optional<Long> firstOf(long noticeId) {
        return jdbc.sql("""
                        select min(s.position) from ledger l join ledger_seal s on s.ledger_id = l.id
                         where l.notice_id = :notice""")
                .param("notice", noticeId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** The columns of an entry. */
    static LedgerRow row(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("on_behalf"),
                row.getString("unit_code"),
                row.getObject("notice_id", Long.class),
                row.getObject("assignment_id", Long.class),
                row.getString("act"),
                row.getString("target"),
                row.getString("from_value"),
                row.getString("to_value"));
    }
}
