package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.noticecascade.platform.Caller;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the body of who is not signed in before anybody reads it. Only the sign-in form and the page that creates the
 * first administrator have one. Whether the password of a call with HTTP basic is right is seen further in.
 */
final class RefuseAnonymousBodies extends OncePerRequestFilter {
    private static final Pattern BASIC = Pattern.compile("/(api|engine-rest|actuator)(/.*)?", Pattern.DOTALL);
    private static final Pattern OPEN =
            Pattern.compile("/camunda/api/admin/(auth/user/[^/]+/login/[^/]+|setup/[^/]+/user/create)/?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        boolean basic = BASIC.matcher(path).matches();
        boolean says = request.getHeader("Authorization") != null;
        if (!body || (basic && says) || Caller.of(request).isPresent()) {
            chain.doFilter(request, response);
        } else if (basic) {
            Unauthorized.challenge(request, response);
        } else if (!OPEN.matcher(path).matches()) {
            Unauthorized.write(response);
        } else if (request.getContentLengthLong() < 0) {
            BodyRefused.answer(response, HttpServletResponse.SC_LENGTH_REQUIRED, "请求缺少长度。", "Send the body's length.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
