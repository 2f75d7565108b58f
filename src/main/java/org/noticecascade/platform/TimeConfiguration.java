package org.noticecascade.platform;

import java.time.ZoneId;
import org.noticecascade.NoticeCascadeApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the clock and refuses to start where the JVM counts days in another zone than the clock. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    @Bean
    CascadeClock clock() {
        ZoneId expected = ZoneId.of(NoticeCascadeApplication.ZONE);
        requireZone(expected, ZoneId.systemDefault());
        return new CascadeClock(expected);
    }

    /** The engine and the JDBC drivers turn instants into days in the JVM's default zone. */
    static void requireZone(ZoneId expected, ZoneId actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(
                    "The JVM's time zone is %s but due dates are days in %s. Remove -Duser.timezone, or set it to %s."
                            .formatted(actual, expected, expected));
        }
    }
}
