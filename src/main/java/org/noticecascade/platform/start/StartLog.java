package org.noticecascade.platform.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * While the service starts, leaves out what the pool, the web server and Spring write about a failure that then ends the
 * start: the same failure, up to five times over, before {@link StartFailures} says it once. They also repeat the value
 * of a setting that is refused, which may be a secret. Named in META-INF/spring.factories.
 */
final class StartLog extends TurboFilter implements ApplicationListener<SpringApplicationEvent> {
    private static final List<String> REPEATED = List.of(
            "Exception encountered during context initialization",
            "Error starting ApplicationContext",
            "Exception during pool initialization",
            "Error starting Tomcat context",
            "appears to have started a thread named",
            "Failed to start bean",
            "Failed to initialize pool");

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        if (event instanceof ApplicationEnvironmentPreparedEvent) {
            context.getTurboFilterList().removeIf(StartLog.class::isInstance);
            setContext(context);
            start();
            context.addTurboFilter(this);
        } else if (event instanceof ApplicationStartedEvent) {
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
        return format != null && REPEATED.stream().anyMatch(format::contains) && !logger.isDebugEnabled()
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
