package org.noticecascade.notice;

import org.noticecascade.directory.UnitWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what a unit still owes, for whoever wants to end it. */
@Component
class OpenNotices implements UnitWork {
    private final JdbcClient jdbc;

    OpenNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int openNotices(String unitCode) {
        return jdbc.sql("select count(*) from assignment where unit_code = :unit and " + Cascade.OPEN)
                .param("unit", unitCode)
                .query(Integer.class)
                .single();
    }
}
