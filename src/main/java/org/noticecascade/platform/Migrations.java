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
class Migrations {

    @Bean
    FlywayConfigurationCustomizer databaseWords(DataSource dataSource) {
        return flyway -> flyway.placeholders(Map.of("blob", blobType(dataSource)));
    }

    private static String blobType(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> "blob";
                case "PostgreSQL" -> "bytea";
                default ->
                    throw new IllegalStateException(
                            "Database '%s' is not supported. Use H2 or PostgreSQL 15 or later.".formatted(product));
            };
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask the database for its name: " + e.getMessage(), e);
        }
    }
}
