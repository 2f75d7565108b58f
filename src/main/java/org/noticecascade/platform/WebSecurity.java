package org.noticecascade.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    private static final String ENGINE_IN_WEBAPPS = "/camunda/api/engine/*";

    private final RefuseAnonymous refuseAnonymous;

    WebSecurity(RefuseAnonymous refuseAnonymous) {
        this.refuseAnonymous = refuseAnonymous;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(refuseAnonymous);
        registry.addInterceptor(new RefuseUnstorable());
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> httpBasic() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        filter.setUrlPatterns(List.of(ENGINE_REST, API));
        filter.setName("httpBasic");
        filter.setOrder(10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ApiAnswers> apiAnswers() {
        var filter = new FilterRegistrationBean<>(new ApiAnswers());
        filter.setUrlPatterns(List.of(ENGINE_REST, API));
        filter.setOrder(4);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineRestGuard> engineRestGuard() {
        var filter = new FilterRegistrationBean<>(new EngineRestGuard());
        filter.setUrlPatterns(List.of(ENGINE_REST, ENGINE_IN_WEBAPPS));
        filter.setOrder(5);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineErrors> engineErrors(ObjectMapper json, Unclaiming unclaiming) {
        var filter = new FilterRegistrationBean<>(new EngineErrors(json, unclaiming));
        filter.setUrlPatterns(List.of(ENGINE_REST, ENGINE_IN_WEBAPPS));
        filter.setOrder(6);
        return filter;
    }
}
