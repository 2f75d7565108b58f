package org.noticecascade.security;

import jakarta.servlet.Filter;
import java.util.List;
import org.noticecascade.directory.People;
import org.noticecascade.platform.SecurityLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Filters that ask what an account is worth today, and who makes the first one. */
@Configuration(proxyBeanMethods = false)
class AccountFilters {
    /** Before Spring Security, which asks whose the session is. */
    private static final int SESSION_WATCH = 3;

    private static final int CURRENT_RIGHTS = 4;

    private static final int BEFORE_THE_ENGINES_PAGES = 15;

    @Bean
    FilterRegistrationBean<SessionWatch> sessionWatch(AccountStamps stamps, UserSessions sessions, SecurityLog log) {
        return ordered(SESSION_WATCH, new SessionWatch(stamps, sessions, log), "/camunda/*");
    }

    /** What {@link SessionWatch} cannot see: LDAP keeps groups elsewhere. */
    @Bean
    @ConditionalOnProperty("cascade.security.ldap.enabled")
    FilterRegistrationBean<CurrentRights> currentRights(@Lazy People people) {
        return ordered(CURRENT_RIGHTS, new CurrentRights(people), "/camunda/api/*", "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<SetupGate> setupGate(
            @Lazy FirstAdministrator first,
            SetupProperties properties,
            @Value("${cascade.security.secure-cookies:false}") boolean secureCookies) {
        return ordered(
                BEFORE_THE_ENGINES_PAGES,
                new SetupGate(first, properties.tokenLifetime(), secureCookies),
                "/camunda/*");
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(int order, F filter, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(List.of(patterns));
        registration.setOrder(order);
        return registration;
    }
}
