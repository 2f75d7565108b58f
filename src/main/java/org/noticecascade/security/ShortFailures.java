package org.noticecascade.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Writes each warning and error as one short line, whichever appender and format the log has.
 *
 * <p>The engine, the database and the web server put the whole statement with its parameters and a hundred frames into
 * the log for one call: a few calls wrote eight million lines.
 */
@Component
final class ShortFailures extends TurboFilter implements InitializingBean, DisposableBean {
    private final int longest;
    private final boolean whole;

    ShortFailures(FailureLogProperties properties) {
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
        LoggingEvent event = new LoggingEvent(Logger.class.getName(), logger, level, line, null, null);
        if (marker != null) {
            event.addMarker(marker);
        }
        logger.callAppenders(event);
        return FilterReply.DENY;
    }
}
