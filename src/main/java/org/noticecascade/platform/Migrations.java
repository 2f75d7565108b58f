package org.noticecascade.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.noticecascade.platform.start.NotStarted;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One set of Flyway scripts for both databases: the few words that differ are placeholders. */
@Configuration(proxyBeanMethods = false)
public class Migrations {

    /** Scripts that the database has and this jar has not: of a newer version, or of another program. */
    private static final Set<MigrationState> FOREIGN = Set.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    /** What a command that cannot look at the database ends with. */
    private static final int CANNOT_LOOK = 2;

    private static final int FAILED = 1;

    @Bean
    FlywayConfigurationCustomizer databaseWords(DataSource dataSource) {
        return flyway -> flyway.placeholders(wordsFor(dataSource));
    }

    /** By itself Flyway passes over the scripts of a newer version, and the old jar would work on its tables. */
    @Bean
    FlywayMigrationStrategy onlyKnownScripts() {
        return flyway -> {
            requireKnown(flyway.info().all(), FAILED);
            flyway.migrate();
        };
    }

    /**
     * Asks whether the tables are those of this jar, and changes nothing.
     *
     * @throws NotStarted with exit code 2 where there are none, or others
     */
    public static void requireTables(DataSource dataSource) {
        var info = Flyway.configure()
                .dataSource(dataSource)
                .placeholders(wordsFor(dataSource))
                .load()
                .info();
        if (info.applied().length == 0) {
            throw NotStarted.withCode(
                    CANNOT_LOOK,
                    "这个数据库是空的，没有本系统的表，没有可检查的内容。请核对数据库地址、profile 和 cascade.data-folder。没有改动任何数据。",
                    "this database is empty, it has none of the service's tables and nothing to check. Check its address, the"
                            + " profile and cascade.data-folder. Nothing was changed.");
        }
        requireKnown(info.all(), CANNOT_LOOK);
        if (info.pending().length > 0) {
            throw NotStarted.withCode(
                    CANNOT_LOOK,
                    "数据库的表比这个 jar 旧（差 %d 个升级脚本）。请用与服务相同版本的 jar 检查。没有改动任何数据。".formatted(info.pending().length),
                    "the database's tables are older than this jar (%d scripts behind). Check with the jar that the service runs with. Nothing was changed."
                            .formatted(info.pending().length));
        }
    }

    /** @throws NotStarted naming the scripts that this jar does not have */
    private static void requireKnown(MigrationInfo[] scripts, int exitCode) {
        String foreign = Arrays.stream(scripts)
                .filter(script -> FOREIGN.contains(script.getState()))
                .map(script -> script.getVersion() + " " + script.getDescription())
                .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            throw NotStarted.withCode(
                    exitCode,
                    "数据库由更新的版本升级过，这个 jar 不认识其中的脚本（%s）。请改用新版本的 jar；要退回旧版本，只能恢复升级前的备份。".formatted(foreign),
                    "a newer version has changed this database: this jar does not know %s. Start the newer jar; the only way back is the backup from before the upgrade."
                            .formatted(foreign));
        }
    }

    /**
     * The words of one database.
     *
     * @param product as its driver names it
     * @throws IllegalStateException if the service does not run on it
     */
    public static Map<String, String> words(String product) {
        return switch (product) {
            case "H2" -> Map.of("blob", "blob", "room_in_assignments", "select 1");
            case "PostgreSQL" ->
                Map.of("blob", "bytea", "room_in_assignments", "alter table assignment set (fillfactor = 70)");
            default ->
                throw new IllegalStateException(
                        "Database '%s' is not supported. Use H2 or PostgreSQL 15 or later.".formatted(product));
        };
    }

    private static Map<String, String> wordsFor(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return words(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask the database for its name: " + e.getMessage(), e);
        }
    }
}
