package org.noticecascade.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the page that creates the first administrator our answers, too: a weak password is no internal error. */
@Configuration(proxyBeanMethods = false)
class SetupErrors {

    @Bean
    FilterRegistrationBean<EngineErrors> setupErrorAnswers(ObjectMapper json, Unclaiming unclaiming, Hidden hidden) {
        var registration = new FilterRegistrationBean<>(new EngineErrors(json, unclaiming, hidden));
        registration.setName("setupErrors");
        registration.setUrlPatterns(List.of("/camunda/api/admin/setup/*"));
        registration.setOrder(6);
        return registration;
    }
}
