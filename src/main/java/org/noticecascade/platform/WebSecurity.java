package org.noticecascade.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who may call what over HTTP, before any permission of the engine is asked.
 *
 * <p>People come with the web applications' session below {@code /camunda/api}; machines with HTTP basic below
 * {@code /api}, where the API's description lies too, and {@code /engine-rest}. An anonymous call to a controller of
 * ours would reach the engine without any restriction, so {@link RefuseAnonymous} answers 401 to all of them.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity implements WebMvcConfigurer {
    private static final String ENGINE_REST = "/engine-rest/*";
    private static final String API = "/api/*";
    private static final String ACTUATOR = "/actuator/*";
    private static final String ENGINE_IN_WEBAPPS = "/camunda/api/engine/*";

    private final RefuseAnonymous refuseAnonymous;

    WebSecurity(RefuseAnonymous refuseAnonymous) {
        this.refuseAnonymous = refuseAnonymous;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(refuseAnonymous);
        registry.addInterceptor(new RefuseUnstorable());
        registry.addInterceptor(new RefuseWildcardType());
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> httpBasic(ScrapeToken token) {
        var filter = new FilterRegistrationBean<ProcessEngineAuthenticationFilter>(new BasicExceptHealth(token));
        filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        filter.setUrlPatterns(List.of(ENGINE_REST, API, ACTUATOR));
        filter.setName("httpBasic");
        filter.setOrder(10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RememberCaller> rememberCaller(@Lazy IdentityService identity) {
        return ordered(11, new RememberCaller(identity), ENGINE_REST, API, ACTUATOR);
    }

    @Bean
    FilterRegistrationBean<ActuatorGuard> actuatorGuard(ScrapeToken token) {
        return ordered(12, new ActuatorGuard(token), ACTUATOR);
    }

    @Bean
    FilterRegistrationBean<OperatorsOnly> operatorsOnly(ObjectMapper json) {
        return ordered(13, new OperatorsOnly(json), ENGINE_REST, ENGINE_IN_WEBAPPS);
    }

    @Bean
    FilterRegistrationBean<AppGuard> appGuard() {
        return ordered(14, new AppGuard(), "/camunda/api/cockpit/*", "/camunda/api/admin/*");
    }

    @Bean
    FilterRegistrationBean<LogContext> logContext() {
        return ordered(0, new LogContext(), "/*");
    }

    @Bean
    FilterRegistrationBean<AccessWatch> accessWatch(SecurityLog log, SecurityProperties properties) {
        return ordered(1, new AccessWatch(log, properties.longestSession()), "/*");
    }

    @Bean
    FilterRegistrationBean<SafeHeaders> safeHeaders(SecurityProperties properties) {
        return ordered(2, new SafeHeaders(properties.hsts()), "/*");
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(SecurityProperties properties) {
        return ordered(3, new BodyLimit(properties.maxBodyBytes()), "/*");
    }

    @Bean
    FilterRegistrationBean<ApiAnswers> apiAnswers() {
        return ordered(4, new ApiAnswers(), ENGINE_REST, API, ACTUATOR);
    }

    @Bean
    FilterRegistrationBean<EngineRestGuard> engineRestGuard() {
        return ordered(5, new EngineRestGuard(), ENGINE_REST, ENGINE_IN_WEBAPPS);
    }

    @Bean
    FilterRegistrationBean<EngineErrors> engineErrors(ObjectMapper json, Unclaiming unclaiming, Hidden hidden) {
        return ordered(6, new EngineErrors(json, unclaiming, hidden), ENGINE_REST, ENGINE_IN_WEBAPPS);
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(int order, F filter, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(List.of(patterns));
        registration.setOrder(order);
        return registration;
    }
}
