package org.noticecascade.security;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.noticecascade.platform.SecurityLog;
import org.noticecascade.platform.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Where the second factor is asked for: in sessions right behind {@link SessionWatch}, in HTTP basic right after it. */
@Configuration(proxyBeanMethods = false)
class SecondFactorFilters {
    private static final int BEHIND_SESSION_WATCH = 5;

    private final NoPasswordAlone noPasswordAlone;

    SecondFactorFilters(
            SecondFactorProperties settings,
            SecurityProperties security,
            @Lazy IdentityService identity,
            SecurityLog log) {
        this.noPasswordAlone = new NoPasswordAlone(settings, Set.copyOf(security.machineAccounts()), identity, log);
    }

    /** Adds the question to a chain of programs. */
    void addTo(HttpSecurity http) {
        http.addFilterAfter(noPasswordAlone, EngineAuthenticationFilter.class);
    }

    @Bean
    static FilterRegistrationBean<SecondFactorWatch> secondFactorWatch(PassedSecondFactor passed) {
        var registration = new FilterRegistrationBean<>(new SecondFactorWatch(passed));
        registration.setUrlPatterns(List.of("/camunda/*"));
        registration.setOrder(BEHIND_SESSION_WATCH);
        return registration;
    }
}
