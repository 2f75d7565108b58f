package org.noticecascade.consistency.process;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.ledger.LedgerCheckAlone;
import org.noticecascade.platform.Migrations;
import org.noticecascade.platform.PostgresSettings;
import org.noticecascade.platform.TimeConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * The commands that only read, on two connections that cannot write. No configuration of the service, which must not find
 * it: {@link ReadOnlyCommands} names it.
 */
@Import({
    TimeConfiguration.class,
    PostgresSettings.class,
    LedgerCheckAlone.class,
    Consistency.class,
    CommandLineCheck.class
})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@EnableConfigurationProperties(DataSourceProperties.class)
class ReadOnlyProgram {
    private static final int CONNECTIONS = 2;
    private static final String H2_FILE = "jdbc:h2:file:";

    @Bean
    HikariDataSource dataSource(DataSourceProperties properties, Environment environment) {
        HikariDataSource pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .url(readOnly(properties.determineUrl()))
                .build();
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setReadOnly(true);
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            // Without it the driver holds to it within transactions only.
            pool.addDataSourceProperty("readOnlyMode", "always");
        }
        return pool;
    }

    /** H2 takes a connection's read-only for a hint, and would make a file that is not there. */
    static String readOnly(String url) {
        return url.startsWith(H2_FILE) ? url.split(";", 2)[0] + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url;
    }

    /** Before the checks, which would fail at the first table that is not there. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static ApplicationRunner tablesFirst(DataSource dataSource) {
        return arguments -> Migrations.requireTables(dataSource);
    }
}
