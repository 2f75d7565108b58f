package org.noticecascade.platform.start;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says why the service does not start in one paragraph, cause and cure, Chinese first. What it does not know has its
 * innermost cause in a line and is then told in full by Spring Boot.
 *
 * <p>Named in META-INF/spring.factories, before Spring Boot's own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailures.class);
    private static final int LONGEST = 300;

    private final @Nullable Environment environment;

    /** @param context absent where the start failed before there was one */
    StartFailures(@Nullable ConfigurableApplicationContext context) {
        this.environment = context == null ? null : context.getEnvironment();
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> paragraph = paragraph(failure, environment);
        if (paragraph.isPresent()) {
            LOG.error(paragraph.get());
            LOG.debug("Where it came from", failure);
            return true;
        }
        String cause = inOneLine(innermost(failure));
        LOG.error("没有启动，原因：{}。详见下文。 Not started, cause: {}. The details follow.", cause, cause);
        return false;
    }

    /** What to say of this failure; empty where its cause is not known. */
    static Optional<String> paragraph(Throwable failure, @Nullable Environment environment) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotStarted told) {
                return Optional.ofNullable(told.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return Optional.ofNullable(inUse(port.getPort()).getMessage());
            }
        }
        return WrongSettings.in(failure)
                .or(() -> DatabaseFailures.in(failure, environment))
                .map(Throwable::getMessage)
                .or(() -> ownWords(failure));
    }

    /** Our code refuses what it cannot work with in words that name cause and cure. */
    private static Optional<String> ownWords(Throwable failure) {
        String words = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean refused = cause instanceof IllegalStateException || cause instanceof IllegalArgumentException;
            StackTraceElement[] frames = cause.getStackTrace();
            if (refused && frames.length > 0 && frames[0].getClassName().startsWith("org.noticecascade.")) {
                words = cause.getMessage();
            }
        }
        return Optional.ofNullable(words).map(text -> "没有启动：" + text + " Not started, see above.");
    }

    private static NotStarted inUse(int port) {
        return NotStarted.because(
                "端口 %d 已被占用，多半是本服务已在运行。请先停止它，或用 --server.port=… 换一个端口。".formatted(port),
                "port %d is in use, most likely by this service already running. Stop that, or choose another with --server.port=…."
                        .formatted(port));
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String inOneLine(Throwable cause) {
        String text = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
