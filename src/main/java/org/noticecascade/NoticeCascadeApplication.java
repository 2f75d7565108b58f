package org.noticecascade;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service: engine, web applications, HTTP API and mail in one process. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class NoticeCascadeApplication {

    /** Deadlines are days of the People's Republic of China; a server elsewhere must not shift them. */
    public static final String ZONE = "Asia/Shanghai";

    private static final String LARGEST_KEPT_BUFFER = "jdk.nio.maxCachedBufferSize";

    public static void main(String[] args) {
        prepare();
        SpringApplication.run(NoticeCascadeApplication.class, QuietCommands.quiet(args));
    }

    /**
     * Sets what belongs to the whole process, unless it was started with another value: the time zone, and how large a
     * buffer outside the heap a thread keeps after it has written a file. Each commit on H2 is written by whoever
     * commits, in one piece of up to some MiB; kept by every thread, they came to more than the process may have, and H2
     * closed the database. Nothing may have been written to a file before.
     */
    public static void prepare() {
        if (System.getProperty("user.timezone", "").isEmpty()) {
            TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        }
        if (System.getProperty(LARGEST_KEPT_BUFFER) == null) {
            System.setProperty(LARGEST_KEPT_BUFFER, String.valueOf(256 * 1024));
        }
    }
}
