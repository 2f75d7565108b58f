package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class ShortFailuresTest {
    private static final String STATEMENT =
            "### SQL: select distinct RES.* from ACT_RU_TASK\n\twhere KEY_ in (?, ?)\r\n" + "### Parameters: "
                    + "'geheim'(String), ".repeat(150_000);

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final ShortFailures filter = new ShortFailures(new FailureLogProperties(600, false), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    });
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.persistence");
    private final Lines lines = new Lines();

    @BeforeEach
    void install() {
        lines.begin();
        logger.addAppender(lines);
        filter.afterPropertiesSet();
    }

    @AfterEach
    void remove() {
        filter.destroy();
        logger.detachAppender(lines);
        MDC.clear();
    }

    @Test
    void oneFailureIsOneLineOfAtMostOneKibibyteInTextAndJson() {
        MDC.put("request", "0f8fad5b-d9cb-469f-a165-70867728950e");
        MDC.put("user", "u640000staff");
        MDC.put("notice", "123456");
        MDC.put("unit", "640000");

        for (int i = 0; i < 2; i++) {
            logger.error(
                    "ENGINE-16004 Exception while closing command context: {}",
                    STATEMENT,
                    deep(new RuntimeException(STATEMENT), 300));
        }

        assertThat(lines.written.subList(2, 4)).allSatisfy(line -> {
            assertThat(line.strip()).doesNotContain("\n");
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
            assertThat(line)
                    .doesNotContain("geheim")
                    .contains("ENGINE-16004", "RuntimeException", "at ShortFailuresTest.");
        });
    }

    @Test
    void chineseTextsAreCutAtACharacter() {
        logger.warn("通知".repeat(1_000));

        assertThat(lines.written).hasSize(2).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
            assertThat(line).contains("通知通知", "…");
        });
    }

    @Test
    void namesTheRootOfTheCauses() {
        logger.error("failed", new IllegalStateException("outer", new IllegalArgumentException("the disk is full")));

        assertThat(lines.written)
                .allSatisfy(line -> assertThat(line)
                        .contains("failed | IllegalStateException < IllegalArgumentException: the disk is full at"));
    }

    @Test
    void whatIsOurFaultHasItsFramesOnceAMinute() {
        for (int i = 0; i < 3; i++) {
            fail();
        }
        clock = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
        fail();

        assertThat(lines.written.stream().map(line -> line.contains("ShortFailuresTest.fail(")))
                .containsExactly(true, true, false, false, false, false, true, true);
        assertThat(lines.written.get(0))
                .contains("IllegalArgumentException: the disk", "\tat ")
                .doesNotContain("geheim");
        assertThat(lines.written.get(0).lines().count()).isBetween(3L, 45L);
    }

    private void fail() {
        logger.error(
                "failed", new IllegalStateException("outer", new IllegalArgumentException("the disk ### SQL geheim")));
    }

    @Test
    void whatAPersonCausedHasNoFrames() {
        logger.error("failed", new IllegalStateException(Refusal.invalid("不能为空。", "Must not be empty.")));
        logger.error("failed", new OptimisticLockingException("raced"));
        logger.error("failed", new IllegalStateException(new SQLException("gone", "08006")));

        assertThat(lines.written)
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.strip()).doesNotContain("\n", "stack_trace"));
    }

    @Test
    void leavesShortLinesAndInformationAsTheyAre() {
        logger.setLevel(Level.INFO);
        logger.warn("short {}", 1);
        logger.info("x".repeat(2_000));
        logger.debug(STATEMENT);
        logger.setLevel(null);

        assertThat(lines.written).hasSize(4);
        assertThat(lines.written.get(0)).contains("short 1");
        assertThat(lines.written.get(2)).contains("x".repeat(2_000));
    }

    @Test
    void causesThatPointAtEachOtherEnd() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);

        logger.error("ring", one);

        assertThat(lines.written).hasSize(2);
    }

    private static RuntimeException deep(RuntimeException cause, int depth) {
        return depth == 0 ? new RuntimeException(STATEMENT, cause) : deep(cause, depth - 1);
    }

    /** Each event as the console would show it: as text and as JSON. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<String> written = new ArrayList<>();
        private final PatternLayoutEncoder text = new PatternLayoutEncoder();
        private final StructuredLogEncoder json = new StructuredLogEncoder();

        void begin() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            MockEnvironment environment = new MockEnvironment()
                    .withProperty("spring.application.name", "notice-cascade")
                    .withProperty("logging.structured.ecs.service.node-name", "notice-cascade-7d4b9c-xk2lp");
            context.putObject(Environment.class.getName(), environment);
            setContext(context);
            text.setContext(context);
            text.setPattern(
                    "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p 12345 --- [notice-cascade] [%15.15t] %-40.40logger{39} : %m%n%ex");
            text.start();
            json.setContext(context);
            json.setFormat("ecs");
            json.setCharset(StandardCharsets.UTF_8);
            json.start();
            start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            for (Encoder<ILoggingEvent> encoder : List.<Encoder<ILoggingEvent>>of(text, json)) {
                written.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
            }
        }
    }
}
