package org.noticecascade.security;

import jakarta.servlet.Filter;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.directory.People;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Filters that ask what an account is worth today, and who makes the first one. */
@Configuration(proxyBeanMethods = false)
class AccountFilters {
    /** Before Spring Security and all filters of ours, which ask for the caller's groups. */
    private static final int FIRST = SecurityProperties.DEFAULT_FILTER_ORDER - 1;
    /** After HTTP basic, and with the engine's authentication. */
    private static final int AFTER_BASIC = 11;

    private static final int BEFORE_THE_ENGINES_PAGES = 15;

    @Bean
    FilterRegistrationBean<CurrentRights> currentRights(@Lazy People people) {
        return ordered(FIRST, new CurrentRights(people), "/camunda/api/*", "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<ActiveAccounts> activeAccounts(@Lazy IdentityService identity, @Lazy People people) {
        return ordered(AFTER_BASIC, new ActiveAccounts(identity, people), "/engine-rest/*", "/api/*", "/actuator/*");
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
