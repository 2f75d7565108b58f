package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.Wire;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/** The JSON lines of profile {@code postgres}: the statements run meanwhile are lines enough. */
@ProcessTest
class LogLinesTest {
    private static final String NINGXIA = "640000";
    private static final String STAFF = "u640000staff";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestJobs jobs;

    private final Lines lines = new Lines();
    private final Logger statements = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");

    @BeforeEach
    void listen() {
        lines.begin(environment);
        statements.addAppender(lines);
        statements.setAdditive(false);
        statements.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        statements.setLevel(null);
        statements.setAdditive(true);
        statements.detachAppender(lines);
        lines.stop();
    }

    @Test
    void aPersonsRequestIsToldWithRequestUserNoticeAndUnit() {
        long notice = scenario.issueTo(NINGXIA);
        String task = scenario.task(notice, NINGXIA, "signReceipt").getId();
        lines.clear();

        var reply = new Wire(environment).json(STAFF, "POST", "/engine-rest/task/" + task + "/complete", "{}");

        assertThat(reply.status()).isEqualTo(204);
        String request = reply.headers().firstValue("X-Request-Id").orElseThrow();
        JsonNode line = lines.about("update assignment");
        assertThat(line.path("request").asText()).isEqualTo(request);
        assertThat(line.path("user").asText()).isEqualTo(STAFF);
        assertThat(line.path("notice").asText()).isEqualTo(String.valueOf(notice));
        assertThat(line.path("unit").asText()).isEqualTo(NINGXIA);
        assertThat(line.path("@timestamp").asText()).isNotEmpty();
    }

    @Test
    void aTaskAskedForByItsIdIsToldWithItsNoticeAndUnit() {
        long notice = scenario.issueTo(NINGXIA);
        String task = scenario.task(notice, NINGXIA, "signReceipt").getId();
        lines.clear();

        new Wire(environment)
                .send(
                        "GET",
                        "/api/tasks/" + task,
                        null,
                        "Authorization",
                        new Wire(environment).basic(STAFF)[1],
                        "X-Request-Id",
                        "from-the-proxy-1");

        JsonNode line = lines.about("from ledger");
        assertThat(line.path("request").asText()).isEqualTo("from-the-proxy-1");
        assertThat(line.path("notice").asText()).isEqualTo(String.valueOf(notice));
        assertThat(line.path("unit").asText()).isEqualTo(NINGXIA);
    }

    @Test
    void aJobIsToldWithNoticeAndUnitAndWithoutAPerson() {
        long notice = scenario.draft(Scenario.text(41));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        scenario.decide(notice, Scenario.HQ, "signNotice", true, null);
        assertThat(jobs.due()).isNotEmpty();
        lines.clear();

        jobs.runAll();

        assertThat(lines.all()).isNotEmpty().anySatisfy(line -> {
            assertThat(line.path("notice").asText()).isEqualTo(String.valueOf(notice));
            assertThat(line.path("unit").asText()).isNotEmpty();
            assertThat(line.has("user")).isFalse();
        });
    }

    @Test
    void nothingOfARequestStaysWithItsThread() {
        MDC.clear();
        LogContext.about("12/640000");
        assertThat(MDC.get(LogContext.NOTICE)).isEqualTo("12");

        LogContext.about("mail-outage");
        LogContext.about(null);

        assertThat(MDC.get(LogContext.NOTICE)).isEqualTo("12");
        MDC.clear();
    }

    /** Each event as the line that the console would show. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<JsonNode> all = new CopyOnWriteArrayList<>();
        private final StructuredLogEncoder encoder = new StructuredLogEncoder();

        void begin(Environment environment) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            context.putObject(Environment.class.getName(), environment);
            setContext(context);
            encoder.setContext(context);
            encoder.setFormat("ecs");
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.start();
            start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            try {
                all.add(JSON.readTree(encoder.encode(event)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode about(String words) {
            return all.stream()
                    .filter(line -> line.path("message").asText().contains(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No line about '%s' in %s".formatted(words, all)));
        }

        List<JsonNode> all() {
            return all;
        }

        void clear() {
            all.clear();
        }
    }
}
