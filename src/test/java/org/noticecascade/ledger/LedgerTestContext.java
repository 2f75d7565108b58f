package org.noticecascade.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.noticecascade.CurrentUser;
import org.noticecascade.platform.Migrations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on H2 in memory, pages of ten; no schedule: a test seals itself. */
@TestConfiguration
@EnableTransactionManagement
@ComponentScan(
        basePackages = "org.noticecascade.ledger",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.noticecascade\\.ledger\\.web\\..*"),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SealSchedule.class)
        })
class LedgerTestContext {
    static final int PAGE = 10;

    /** Moved by a test. */
    static final class Watch extends Clock {
        private volatile Instant now = Instant.parse("2026-03-04T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static DataSource migrated(DataSource dataSource, String product) {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Migrations.words(product))
                .load()
                .migrate();
        return dataSource;
    }

    @Bean(destroyMethod = "shutdown")
    DataSource dataSource() {
        return migrated(
                new EmbeddedDatabaseBuilder()
                        .setType(EmbeddedDatabaseType.H2)
                        .generateUniqueName(true)
                        .build(),
                "H2");
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    LedgerProperties ledgerProperties() {
        return new LedgerProperties(true, Duration.ofSeconds(5), PAGE);
    }

    @Bean
    Watch clock() {
        return new Watch();
    }

    @Bean
    CurrentUser currentUser() {
        return new CurrentUser() {
            @Override
            public String id() {
                return "u440000staff";
            }

            @Override
            public Set<String> groups() {
                return Set.of();
            }

            @Override
            public boolean isAdministrator() {
                return false;
            }
        };
    }
}
