package org.noticecascade.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Notice and unit in the JSON lines that the engine's jobs and delegates write: the engine puts the business key
 * beside its lines, from which they are read. Named in {@code application.yml}.
 */
final class LogMembers implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {
    /** What the engine is told to call it in the lines' context, where it puts none by itself. */
    static final String BUSINESS_KEY = "businessKey";

    @Override
    public void customize(Members<ILoggingEvent> members) {
        members.add(
                        LogContext.NOTICE,
                        event -> missing(event, LogContext.NOTICE) ? LogContext.noticeIn(businessKey(event)) : null)
                .whenNotNull();
        members.add(
                        LogContext.UNIT,
                        event -> missing(event, LogContext.UNIT) ? LogContext.unitIn(businessKey(event)) : null)
                .whenNotNull();
    }

    private static boolean missing(ILoggingEvent event, String name) {
        return !beside(event).containsKey(name);
    }

    private static @Nullable String businessKey(ILoggingEvent event) {
        return beside(event).get(BUSINESS_KEY);
    }

    private static Map<String, String> beside(ILoggingEvent event) {
        Map<String, String> properties = event.getMDCPropertyMap();
        return properties == null ? Map.of() : properties;
    }
}
