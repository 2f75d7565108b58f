package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.SetupPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens the engine's set-up page to the holder of the token that a start without any administrator prints, until there
 * has been an administrator; closed to everybody else, and to everybody afterwards. Pages lead nobody there then.
 *
 * <p>The token comes once with the page's address and goes on in a cookie no script can read.
 */
final class SetupGate extends OncePerRequestFilter {
    static final String PAGE = "/camunda/app/admin/default/setup/";
    static final String COOKIE = "cascade-setup";

    private static final Pattern SETUP = Pattern.compile(
            "/camunda/+(?:api/+admin|app)/+(?:.*/)?setup(?:/.*)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String CLOSED = """
            初始设置页面已永久关闭：本系统已有过系统管理员。如现在没有管理员可用，请由运维人员在服务器上用 --create-administrator=账号 创建。
            The set-up page is closed for good: the service has had an administrator. If there is none now, the operator of the server creates one with --create-administrator=ID.
            """;
    private static final String NEEDS_TOKEN = """
            初始设置页面需要口令：请打开本系统启动日志中打印的地址；口令已过期或已用过的，请重新启动以取得新的口令。
            The set-up page needs a token: open the address that the service printed at its start. If that has run out or was used, restart to get another.
            """;

    private final FirstAdministrator first;
    private final Duration lifetime;
    private final boolean secure;

    /** @param secure whether cookies go over HTTPS only */
    SetupGate(FirstAdministrator first, Duration lifetime, boolean secure) {
        this.first = first;
        this.lifetime = lifetime;
        this.secure = secure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean setup = SETUP.matcher(pathOf(request)).matches();
        if (first.everWas()) {
            closed(setup ? CLOSED : null, request, response, chain);
            return;
        }
        Optional<String> inAddress = "GET".equals(request.getMethod()) && setup
                ? Optional.ofNullable(request.getParameter("token")).filter(first::accepts)
                : Optional.empty();
        Optional<String> inCookie = cookie(request).filter(first::accepts);
        if (inAddress.isPresent()) {
            keep(inAddress.get(), request, response);
        } else if (inCookie.isEmpty()) {
            closed(setup ? NEEDS_TOKEN : null, request, response, chain);
        } else if (setup && !"GET".equals(request.getMethod())) {
            create(inCookie.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void closed(
            @Nullable String words, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (words == null) {
            SetupPage.<ServletException, IOException>closedDuring(() -> chain.doFilter(request, response));
        } else {
            refuse(response, words);
        }
    }

    private void keep(String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .secure(secure || request.isSecure())
                        .sameSite("Strict")
                        .path("/camunda")
                        .maxAge(lifetime)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.sendRedirect(PAGE + "#/setup");
    }

    /** One of two calls with the same token goes on; the token comes back unless it has made an administrator. */
    private void create(String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!first.use(token)) {
            refuse(response, NEEDS_TOKEN);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (!first.noteIfAny()) {
                first.giveBack(token);
            }
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void refuse(HttpServletResponse response, String words) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(words);
    }

    private static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
