package org.noticecascade.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** 401 for every call to a controller without an authenticated engine user. */
@Component
class RefuseAnonymous implements HandlerInterceptor {
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"请先登录。\",\"detailEn\":\"Sign in first.\"}";

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
        write(response);
        return false;
    }

    /** The answer to whoever is not signed in, on whichever way they came. */
    static void write(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PROBLEM);
    }
}
