package org.noticecascade.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What deputies were given and is to be taken back; exact over restarts, because it is written with the giving. */
@Repository
public class StandIns {
    private final JdbcClient jdbc;
    private final Clock clock;

    StandIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps imports of the directory and other nodes waiting until the caller's transaction ends. */
    public void lock() {
        jdbc.sql("select code from unit where level = 'HQ' for update")
                .query(String.class)
                .list();
    }

    /**
     * Whether nobody is away today and nothing was given; asked before locking.
     *
     * <p>Not by {@link #given}: H2 may answer a query from its last result, so what is asked under the lock must not
     * have been asked before it.
     */
    public boolean isIdle() {
        return jdbc.sql("""
                        select (select count(*) from stand_in)
                             + (select count(*) from deputy where :today between from_day and to_day)""")
                        .param("today", LocalDate.now(clock))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Everything given and not yet taken back, in order. */
    public Set<StandIn> given() {
        return new LinkedHashSet<>(
                jdbc.sql("select deputy_id, absent_id, group_id from stand_in order by deputy_id, absent_id, group_id")
                        .query((row, number) -> new StandIn(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
    }

    /** Names of those for whom this person is in that group. */
    public List<String> namesOfAbsent(String deputyId, String groupId) {
        return jdbc.sql("""
                        select p.name from stand_in s join person p on p.user_id = s.absent_id
                         where s.deputy_id = :deputy and s.group_id = :group order by p.user_id""")
                .param("deputy", deputyId)
                .param("group", groupId)
                .query(String.class)
                .list();
    }

    /** Notes what is given. */
    public void add(StandIn standIn) {
        jdbc.sql("insert into stand_in (deputy_id, absent_id, group_id, since) values (:deputy, :absent, :group, :now)")
                .param("deputy", standIn.deputyId())
                .param("absent", standIn.absentId())
                .param("group", standIn.groupId())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Notes what is taken back; false if it was already. */
    public boolean remove(StandIn standIn) {
        return jdbc.sql("delete from stand_in where deputy_id = :deputy and absent_id = :absent and group_id = :group")
                        .param("deputy", standIn.deputyId())
                        .param("absent", standIn.absentId())
                        .param("group", standIn.groupId())
                        .update()
                == 1;
    }
}
