package org.noticecascade.platform;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the security log says while it is open. */
public final class SecurityLines implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(SecurityLog.LOGGER);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    /** Opens it. */
    public SecurityLines() {
        appender.start();
        logger.addAppender(appender);
    }

    /** Every line so far. */
    public List<String> all() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
