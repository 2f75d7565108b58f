package org.noticecascade.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends the demo's mail to its own server, whatever {@code spring.mail} says. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMail {
    private static final String TIMEOUT_MILLIS = "2000";

    @Bean
    JavaMailSenderImpl mailSender(DemoMailServer server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + timeout, TIMEOUT_MILLIS);
        }
        return sender;
    }
}
