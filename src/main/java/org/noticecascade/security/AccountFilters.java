package org.noticecascade.security;

import java.util.List;
import org.noticecascade.platform.SecurityLog;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the filters of accounts and sessions stand: behind the security log, before the engine's authentication. */
@Configuration(proxyBeanMethods = false)
class AccountFilters {

    @Bean
    FilterRegistrationBean<SessionWatch> sessionWatch(AccountStamps stamps, UserSessions sessions, SecurityLog log) {
        var registration = new FilterRegistrationBean<>(new SessionWatch(stamps, sessions, log));
        registration.setUrlPatterns(List.of("/camunda/*"));
        registration.setOrder(4);
        return registration;
    }
}
