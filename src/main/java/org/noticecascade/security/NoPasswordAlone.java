package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.SecurityLog;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * HTTP basic knows no code, so whoever needs one is refused there. Programs named as machine accounts come in with their
 * password alone; in a browser they are asked for a code like everybody else.
 */
final class NoPasswordAlone extends OncePerRequestFilter {
    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
            + "\"detail\":\"该账号须使用动态验证码，不能用 HTTP basic 调用接口。请从网页登录；程序请使用专用的机器账号。\","
            + "\"detailEn\":\"This account needs a second factor, which HTTP basic does not know. Sign in with a browser;"
            + " give programs a machine account of their own.\"}";

    private final SecondFactorProperties settings;
    private final Set<String> machineAccounts;
    private final IdentityService identity;
    private final SecurityLog log;

    NoPasswordAlone(
            SecondFactorProperties settings, Set<String> machineAccounts, IdentityService identity, SecurityLog log) {
        this.settings = settings;
        this.machineAccounts = machineAccounts;
        this.identity = identity;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = identity.getCurrentAuthentication();
        if (caller == null || !needsCode(caller)) {
            chain.doFilter(request, response);
            return;
        }
        log.signInFailed(caller.getUserId(), "second-factor");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PROBLEM);
    }

    private boolean needsCode(Authentication caller) {
        return !machineAccounts.contains(caller.getUserId()) && settings.isRequiredOf(orNone(caller.getGroupIds()));
    }

    private static List<String> orNone(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
