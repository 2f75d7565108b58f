package org.noticecascade.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** 401 for every call to a controller without an authenticated engine user. */
@Component
class RefuseAnonymous implements HandlerInterceptor {
    private final IdentityService identity;

    RefuseAnonymous(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean errorPage = request.getDispatcherType() == DispatcherType.ERROR;
        if (errorPage || !(handler instanceof HandlerMethod) || identity.getCurrentAuthentication() != null) {
            return true;
        }
        Unauthorized.write(response);
        return false;
    }
}
