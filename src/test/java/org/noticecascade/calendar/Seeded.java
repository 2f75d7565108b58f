package org.noticecascade.calendar;

import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.noticecascade.platform.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar as the migrations leave it, in an H2 of its own. */
final class Seeded {
    private Seeded() {}

    static JdbcClient h2(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        migrate(database, "H2");
        return JdbcClient.create(database);
    }

    static void migrate(DataSource database, String product) {
        Flyway.configure()
                .dataSource(database)
                .placeholders(Migrations.words(product))
                .load()
                .migrate();
    }

    static WorkingDays days() {
        return Holder.DAYS;
    }

    private static final class Holder {
        private static final WorkingDays DAYS =
                new WorkingCalendar(new CalendarDays(h2("seeded_calendar")), Clock.systemUTC()).days();
    }
}
