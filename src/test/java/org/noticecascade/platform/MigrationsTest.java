package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.platform.start.NotStarted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A jar meets a database of another version, or none. */
class MigrationsTest {
    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void open() {
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void refusesTablesOfANewerVersionAndChangesNothing() {
        migrate();
        jdbc().sql("""
                        insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                               "checksum", "installed_by", "execution_time", "success")
                        values (9999, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'sa', 1, true)""").update();

        assertThatThrownBy(this::migrate)
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("更新的版本")
                .hasMessageContaining("9999 from the future");
        assertThatThrownBy(() -> Migrations.requireTables(database))
                .isInstanceOfSatisfying(
                        NotStarted.class,
                        refused -> assertThat(refused.getExitCode()).isEqualTo(2));
    }

    @Test
    void saysThatADatabaseIsEmptyAndMakesNoTable() {
        assertThatThrownBy(() -> Migrations.requireTables(database))
                .isInstanceOfSatisfying(
                        NotStarted.class,
                        refused -> assertThat(refused.getExitCode()).isEqualTo(2))
                .hasMessageContaining("数据库是空的")
                .hasMessageContaining("database is empty");
        assertThat(jdbc().sql("select count(*) from information_schema.tables where table_schema = 'PUBLIC'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysThatTheTablesAreOlder() {
        migrate();
        jdbc().sql("delete from \"flyway_schema_history\" where \"installed_rank\" = "
                        + "(select max(\"installed_rank\") from \"flyway_schema_history\")")
                .update();

        assertThatThrownBy(() -> Migrations.requireTables(database))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("older than this jar (1 script");
    }

    @Test
    void acceptsItsOwn() {
        migrate();
        migrate();
        Migrations.requireTables(database);
    }

    private void migrate() {
        new Migrations()
                .onlyKnownScripts()
                .migrate(Flyway.configure()
                        .dataSource(database)
                        .placeholders(Migrations.words("H2"))
                        .load());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}
