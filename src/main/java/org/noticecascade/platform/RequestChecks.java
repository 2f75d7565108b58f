package org.noticecascade.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What no controller of ours takes, whoever sends it. */
@Configuration(proxyBeanMethods = false)
class RequestChecks implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RefuseUnstorable());
        registry.addInterceptor(new RefuseWildcardType());
    }
}
