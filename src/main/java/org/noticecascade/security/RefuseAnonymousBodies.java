package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
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
        if (!body || basic && says || SignedIn.inSession(request).isPresent()) {
            chain.doFilter(request, response);
        } else if (basic) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"default\"");
            BodyRefused.answer(response, HttpServletResponse.SC_UNAUTHORIZED, "请先登录。", "Sign in first.");
        } else if (!OPEN.matcher(path).matches()) {
            BodyRefused.answer(response, HttpServletResponse.SC_UNAUTHORIZED, "请先登录。", "Sign in first.");
        } else if (request.getContentLengthLong() < 0) {
            BodyRefused.answer(response, HttpServletResponse.SC_LENGTH_REQUIRED, "请求缺少长度。", "Send the body's length.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
