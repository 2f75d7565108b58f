package org.noticecascade.notice;

import java.util.List;
import org.noticecascade.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Requirements the current user has ticked off while working on a unit's part in a notice. They are a person's own
 * notes, shown to nobody else; a task that comes back after a return finds them again.
 */
@Repository
public class Ticks {
    private final JdbcClient jdbc;
    private final CurrentUser user;

    Ticks(JdbcClient jdbc, CurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    /** Positions of the ticked requirements, in order. */
    public List<Integer> of(long noticeId, String unitCode) {
        return jdbc.sql("""
                        select position from notice_tick
                         where user_id = :user and notice_id = :notice and unit_code = :unit order by position""")
                .param("user", user.id())
                .param("notice", noticeId)
                .param("unit", unitCode)
                .query(Integer.class)
                .list();
    }

    /** Sets or takes away one tick; repeating it changes nothing. */
    public void set(long noticeId, String unitCode, int position, boolean ticked) {
        String here = "user_id = :user and notice_id = :notice and unit_code = :unit and position = :position";
        String sql = ticked ? """
                  insert into notice_tick (user_id, notice_id, unit_code, position)
                  select cast(:user as varchar(64)), r.notice_id, cast(:unit as varchar(12)), r.position
                    from notice_requirement r
                   where r.notice_id = :notice and r.position = :position
                     and not exists (select 1 from notice_tick where %s)""".formatted(here) : "delete from notice_tick where " + here;
        jdbc.sql(sql)
                .param("user", user.id())
                .param("notice", noticeId)
                .param("unit", unitCode)
                .param("position", position)
                .update();
    }
}
