package org.noticecascade.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.HeldFailures;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Writes each warning and error as one short line, whichever appender and format the log has. What is our fault has its
 * frames below it, once a minute for each kind; what a person was refused is no failure, see {@link HeldFailures}.
 *
 * <p>The engine, the database and the web server put the whole statement with its parameters and a hundred frames into
 * the log for one call: a few calls wrote eight million lines.
 */
@Component
final class ShortFailures extends TurboFilter implements InitializingBean, DisposableBean {
    private static final String ENGINE = "org.camunda.bpm.engine";

    private final int longest;
    private final boolean whole;
    private final Frames frames;

    ShortFailures(FailureLogProperties properties, Clock clock) {
        this.frames = new Frames(clock);
        this.longest = properties.longest();
        this.whole = properties.whole();
    }

    @Override
    public void afterPropertiesSet() {
        if (!whole && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            setContext(context);
            start();
            context.addTurboFilter(this);
        }
    }

    /** A service that does not start says so in full. */
    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        if (format == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Throwable failure = thrown == null && values != null ? EventArgUtil.extractThrowable(values) : thrown;
        String message = String.valueOf(MessageFormatter.basicArrayFormat(format, values));
        String line = FailureLine.of(message, failure, longest);
        if (failure == null && line.equals(message)) {
            return FilterReply.NEUTRAL;
        }
        Runnable write = () -> write(marker, logger, level, line, failure);
        boolean held = logger.getName().startsWith(ENGINE)
                && HeldFailures.hold(FailureLine.cause(message, failure, longest), write);
        if (!held) {
            write.run();
        }
        return FilterReply.DENY;
    }

    private void write(@Nullable Marker marker, Logger logger, Level level, String line, @Nullable Throwable failure) {
        Throwable told = failure == null ? null : frames.of(failure);
        LoggingEvent event = new LoggingEvent(Logger.class.getName(), logger, level, line, told, null);
        if (marker != null) {
            event.addMarker(marker);
        }
        logger.callAppenders(event);
    }
}
