package org.noticecascade;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service: engine, web applications, HTTP API and mail in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NoticeCascadeApplication {

    /** Deadlines are days of the People's Republic of China; a server elsewhere must not shift them. */
    public static final String ZONE = "Asia/Shanghai";

    public static void main(String[] args) {
        if (System.getProperty("user.timezone", "").isEmpty()) {
            TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        }
        SpringApplication.run(NoticeCascadeApplication.class, CheckOnly.quiet(args));
    }
}
