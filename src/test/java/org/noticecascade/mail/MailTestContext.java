package org.noticecascade.mail;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.noticecascade.CurrentUser;
import org.noticecascade.directory.People;
import org.noticecascade.ledger.Ledger;
import org.noticecascade.platform.Migrations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail on H2 in memory against a server on loopback that can misbehave; no schedule: a test runs the sender itself. */
@TestConfiguration
@EnableTransactionManagement
@ComponentScan(
        basePackages = "org.noticecascade.mail",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.noticecascade\\.mail\\.(web|process)\\..*"),
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = MailSchedule.class)
        })
@ComponentScan(
        basePackages = {"org.noticecascade.directory", "org.noticecascade.ledger"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {People.class, Ledger.class}))
@ComponentScan(
        basePackages = "org.noticecascade.deputy",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.noticecascade\\.deputy\\.(web|process)\\..*"))
class MailTestContext {
    /** A Wednesday. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    static final int PAGE = 10;

    static MailProperties properties() {
        return new MailProperties(
                true,
                "通知督办 <notice@example.org>",
                "office@example.org",
                "https://notice.example.org",
                100_000,
                PAGE,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                3,
                400,
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(2)),
                new MailProperties.Hours(LocalTime.of(8, 30), LocalTime.of(18, 0), true),
                new MailProperties.Breaker(3, Duration.ofMinutes(1), Duration.ofMinutes(30)));
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

    static DataSource migrated(DataSource dataSource, String product) {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(Migrations.words(product))
                .load()
                .migrate();
        return dataSource;
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
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource dataSource) {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    MailProperties mailProperties() {
        return properties();
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(DAY);
    }

    @Bean
    CurrentUser currentUser() {
        return new CurrentUser() {
            @Override
            public String id() {
                return SYSTEM;
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

    @Bean
    WorkdayCheck workdayCheck() {
        return day -> day.getDayOfWeek().getValue() < 6;
    }

    @Bean
    FakeSmtp fakeSmtp() {
        return new FakeSmtp();
    }

    @Bean
    JavaMailSenderImpl mailServer(FakeSmtp smtp) {
        return serverAt(smtp.port());
    }

    static JavaMailSenderImpl serverAt(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        Properties settings = server.getJavaMailProperties();
        settings.put("mail.smtp.connectiontimeout", "2000");
        settings.put("mail.smtp.timeout", "2000");
        settings.put("mail.smtp.writetimeout", "2000");
        return server;
    }

    @Bean
    SaidByTest digests() {
        return new SaidByTest(MailKind.DIGEST);
    }

    @Bean
    SaidByTest returns() {
        return new SaidByTest(MailKind.RETURN);
    }

    @Bean
    Troubles troubles() {
        return new Troubles();
    }

    @Bean
    MailFixture mailFixture(
            JdbcClient jdbc, FakeSmtp smtp, SettableClock clock, Troubles troubles, List<SaidByTest> said) {
        return new MailFixture(jdbc, smtp, clock, troubles, said);
    }
}
