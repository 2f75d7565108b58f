package org.noticecascade.security;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What bounds a call: who is not signed in sends no body; then, behind HTTP basic (10), the account's share; then what
 * the body holds.
 */
@Configuration(proxyBeanMethods = false)
class CallLimits {
    private static final String ALL = "/*";

    @Bean
    FilterRegistrationBean<RefuseAnonymousBodies> refuseAnonymousBodies() {
        return ordered(3, new RefuseAnonymousBodies());
    }

    @Bean
    FilterRegistrationBean<BodyAnswers> bodyAnswers(@Lazy IdentityService identity, LimitsProperties limits) {
        return ordered(20, new BodyAnswers(identity, limits.body()));
    }

    @Bean
    FilterRegistrationBean<AccountLimits> accountLimits(
            @Lazy IdentityService identity, LimitsProperties limits, Clock clock) {
        CallRates rates = new CallRates(limits.account(), TimeMeter.SYSTEM_NANOTIME);
        return ordered(21, new AccountLimits(identity, limits.account(), rates, new LimitedLines(clock)));
    }

    @Bean
    FilterRegistrationBean<JsonGuard> jsonGuard(LimitsProperties limits) {
        return ordered(22, new JsonGuard(limits));
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(int order, F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(List.of(ALL));
        registration.setOrder(order);
        return registration;
    }
}
