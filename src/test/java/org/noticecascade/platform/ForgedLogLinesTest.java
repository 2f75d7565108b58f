package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.slf4j.LoggerFactory;

/** What somebody has typed cannot look like a line of the service's in its log. */
@ProcessTest
class ForgedLogLinesTest {
    private static final String FORGED = "2026-03-04T09:30:00.000+08:00  WARN --- signed-in user=\"admin\"";

    @Test
    void aMessageStaysOnItsLine() {
        for (String end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
            String line = written("标题" + end + FORGED, null);

            assertThat(line.strip().lines()).as(line).hasSize(1);
            assertThat(line).contains("标题", "signed-in").doesNotContain("\r", "\u2028", "\u0085");
        }
    }

    /** The trace itself keeps its lines, each further in. */
    @Test
    void noLineOfAnExceptionLooksLikeTheServices() {
        String written =
                written("失败", new IllegalStateException("标题\n" + FORGED, new IllegalArgumentException(FORGED)));

        assertThat(written).contains("Caused by", "\tat ", "signed-in");
        assertThat(written.split("IllegalStateException: 标题", -1)).hasSize(2);
        assertThat(written.lines().skip(1))
                .filteredOn(line -> !line.isBlank())
                .allSatisfy(line -> assertThat(line).matches("\\s+.*|java\\.lang\\.IllegalStateException: 标题"));
    }

    private static String written(String message, @Nullable Throwable problem) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger logger = context.getLogger("forged");
        return new String(
                encoder(context)
                        .encode(new LoggingEvent("forged", logger, Level.WARN, message, problem, new Object[0])),
                StandardCharsets.UTF_8);
    }

    /** The one that Spring Boot has made from {@code logging.pattern.console}. */
    private static PatternLayoutEncoder encoder(LoggerContext context) {
        Iterator<Appender<ILoggingEvent>> all =
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (all.hasNext()) {
            if (all.next() instanceof ConsoleAppender<ILoggingEvent> console
                    && console.getEncoder() instanceof PatternLayoutEncoder encoder) {
                return encoder;
            }
        }
        throw new AssertionError("No console appender with a pattern");
    }
}
