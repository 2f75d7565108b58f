package org.noticecascade.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.noticecascade.NoticeCascadeApplication;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.platform.CascadeClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole service as it is shipped, in this JVM, on a fresh database. */
public final class Service implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    /**
     * @param database {@link #newDatabase} or {@link #newFile}
     * @param more settings that replace those of the benchmark
     */
    public Service(Map<String, Object> database, MailSink sink, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings(sink));
        all.putAll(database);
        all.putAll(more);
        context = new SpringApplicationBuilder(NoticeCascadeApplication.class)
                .sources(NaiveReminder.class)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Creates a database on a PostgreSQL server of our own. */
    public static Map<String, Object> newDatabase(EmbeddedPostgres server, String database) {
        new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + database);
        return onPostgres(server.getJdbcUrl("postgres", database));
    }

    /** A database that is there. */
    public static Map<String, Object> onPostgres(String url) {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "");
    }

    /** An H2 file in a directory of its own, opened with the service's own address. */
    public static Map<String, Object> newFile() throws IOException {
        return onFileIn(Files.createTempDirectory("benchmark").toString());
    }

    /** @param folder absolute */
    public static Map<String, Object> onFileIn(String folder) {
        return Map.of("cascade.data-folder", folder);
    }

    private static Map<String, Object> settings(MailSink sink) {
        return Map.ofEntries(
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", "0"),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", sink.port()),
                Map.entry("spring.mail.properties[mail.smtp.starttls.enable]", "false"),
                Map.entry("spring.mail.properties[mail.smtp.starttls.required]", "false"),
                Map.entry("cascade.mail.max-per-minute", 100_000),
                Map.entry("cascade.mail.poll", "1s"),
                Map.entry("cascade.mail.hours.from", "00:00"),
                Map.entry("cascade.mail.hours.until", "23:59"),
                Map.entry("cascade.patrol.make-up", "false"),
                // on a day that the benchmark does not reach: it starts its patrols itself
                Map.entry("cascade.patrol.cron", "0 0 0 29 2 ?"),
                // one account signs in two hundred times in a row to be timed
                Map.entry("cascade.limits.account.calls-per-second", 100_000),
                Map.entry("cascade.limits.account.burst", 100_000),
                Map.entry("logging.level.root", "error"),
                Map.entry("spring.main.banner-mode", "off"));
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    public LocalDate today() {
        return LocalDate.now(get(Clock.class));
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Goes to ten o'clock of the day that many working days ahead. */
    public LocalDate goForward(int workingDays) {
        CascadeClock clock = get(CascadeClock.class);
        LocalDate day = get(WorkingCalendar.class).days().plus(today(), workingDays);
        clock.shiftBy(clock.offset()
                .plus(Duration.between(
                        clock.instant(), day.atTime(10, 0).atZone(clock.getZone()).toInstant())));
        return day;
    }

    @Override
    public void close() {
        get(CascadeClock.class).shiftBy(Duration.ZERO);
        context.close();
    }
}
