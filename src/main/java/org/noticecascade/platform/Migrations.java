package org.noticecascade.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One set of Flyway scripts for both databases: the few words that differ are placeholders. */
@Configuration(proxyBeanMethods = false)
public class Migrations {

    @Bean
    FlywayConfigurationCustomizer databaseWords(DataSource dataSource) {
        return flyway -> flyway.placeholders(wordsFor(dataSource));
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
