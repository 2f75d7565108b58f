package org.noticecascade.security.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.noticecascade.NewRow;
import org.noticecascade.PlainText;
import org.noticecascade.ledger.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code pending_act}. */
@Repository
class PendingRows {
    private static final int LONGEST_TARGET = 400;
    private static final int LONGEST_PRESENT = 20_000;

    private final JdbcClient jdbc;

    PendingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Asked asked, OffsetDateTime now, OffsetDateTime expires) {
        String present = asked.present();
        return NewRow.idOf(jdbc.sql("""
                        insert into pending_act (actor, act, target, what, present, digest, asked_at, expires_at)
                        values (:actor, :act, :target, :what, :present, :digest, :now, :expires)""")
                .param("actor", asked.actor())
                .param("act", asked.act().name())
                .param("target", PlainText.clipped(asked.target(), LONGEST_TARGET))
                .param("what", asked.what())
                .param("present", present == null ? null : PlainText.clipped(present, LONGEST_PRESENT))
                .param("digest", asked.digest())
                .param("now", now)
                .param("expires", expires));
    }

    Optional<PendingAct> find(Asked asked, OffsetDateTime now) {
        return jdbc.sql("""
                        select * from pending_act where actor = :actor and digest = :digest and expires_at > :now""")
                .param("actor", asked.actor())
                .param("digest", asked.digest())
                .param("now", now)
                .query(PendingRows::row)
                .optional();
    }

    Optional<PendingAct> find(long id, OffsetDateTime now) {
        return jdbc.sql("select * from pending_act where id = :id and expires_at > :now")
                .param("id", id)
                .param("now", now)
                .query(PendingRows::row)
                .optional();
    }

    List<PendingAct> all(OffsetDateTime now, int offset, int limit) {
        return jdbc.sql("select * from pending_act where expires_at > :now order by id limit :limit offset :offset")
                .param("now", now)
                .param("limit", limit)
                .param("offset", offset)
                .query(PendingRows::row)
                .list();
    }

    long count(OffsetDateTime now) {
        return jdbc.sql("select count(*) from pending_act where expires_at > :now")
                .param("now", now)
                .query(Long.class)
                .single();
    }

    long countOf(String actor) {
        return jdbc.sql("select count(*) from pending_act where actor = :actor")
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    /** Whether this call confirmed it: of two in one moment only one does. */
    boolean confirm(long id, String by, OffsetDateTime now) {
        return jdbc.sql("""
                        update pending_act set confirmed_by = :by, confirmed_at = :now
                         where id = :id and confirmed_by is null and expires_at > :now""").param("by", by).param("now", now).param("id", id).update() == 1;
    }

    /** Takes a confirmed one away; the second of two in one moment waits for the first and finds it gone. */
    boolean use(long id, OffsetDateTime now) {
        return jdbc.sql("""
                        delete from pending_act where id = :id and confirmed_by is not null and expires_at > :now""").param("id", id).param("now", now).update() == 1;
    }

    boolean remove(long id) {
        return jdbc.sql("delete from pending_act where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeExpired(OffsetDateTime now) {
        jdbc.sql("delete from pending_act where expires_at <= :now")
                .param("now", now)
                .update();
    }

    private static PendingAct row(ResultSet row, int number) throws SQLException {
        Act act = Act.valueOf(row.getString("act"));
        return new PendingAct(
                row.getLong("id"),
                row.getString("actor"),
                act,
                act.label(),
                row.getString("target"),
                row.getString("what"),
                row.getString("present"),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getString("confirmed_by"),
                row.getObject("confirmed_at", OffsetDateTime.class));
    }
}
