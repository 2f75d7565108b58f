package org.noticecascade;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service: engine, web applications, HTTP API and mail in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NoticeCascadeApplication {

    public static void main(String[] args) {
        SpringApplication.run(NoticeCascadeApplication.class, args);
    }
}
