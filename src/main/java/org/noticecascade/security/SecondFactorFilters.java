package org.noticecascade.security;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.platform.SecurityLog;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Where the second factor is asked for: in sessions right behind {@link SessionWatch}, in HTTP basic right after it. */
@Configuration(proxyBeanMethods = false)
class SecondFactorFilters {
    private static final int BEHIND_SESSION_WATCH = 5;
    private static final int BEHIND_HTTP_BASIC = 12;

    @Bean
    FilterRegistrationBean<SecondFactorWatch> secondFactorWatch(PassedSecondFactor passed) {
        var registration = new FilterRegistrationBean<>(new SecondFactorWatch(passed));
        registration.setUrlPatterns(List.of("/camunda/*"));
        registration.setOrder(BEHIND_SESSION_WATCH);
        return registration;
    }

    @Bean
    FilterRegistrationBean<NoPasswordAlone> noPasswordAlone(
            SecondFactorProperties settings, Environment environment, @Lazy IdentityService identity, SecurityLog log) {
        Set<String> machines = Binder.get(environment)
                .bind("cascade.security.machine-accounts", Bindable.setOf(String.class))
                .orElse(Set.of());
        var registration = new FilterRegistrationBean<>(new NoPasswordAlone(settings, machines, identity, log));
        registration.setUrlPatterns(List.of("/api/*", "/engine-rest/*", "/actuator/*"));
        registration.setOrder(BEHIND_HTTP_BASIC);
        return registration;
    }
}
