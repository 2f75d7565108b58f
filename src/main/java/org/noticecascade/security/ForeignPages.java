package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send: the browser adds the password it has kept for HTTP basic,
 * or the session's cookie, by itself.
 *
 * <p>A browser names the page's site in {@code Origin} or {@code Sec-Fetch-Site}. For old ones that do not, the kinds of
 * body that any page can send need a header that only a program or a page of ours can add.
 */
final class ForeignPages extends OncePerRequestFilter {
    /** The header that programs add to an upload; any value will do. */
    static final String PROGRAM = "X-Requested-With";

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FORMS =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private final boolean askForProgram;

    /** @param askForProgram whether bodies that any page can send need {@link #PROGRAM}; a session has its own token */
    ForeignPages(boolean askForProgram) {
        this.askForProgram = askForProgram;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            AccessWatch.because(request, "foreign-page");
            BodyRefused.answer(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "请求来自其他网站的页面，未受理。请在本系统的页面中操作。",
                    "The call came from a page of another site and was not taken. Use the pages of this service.");
        } else if (askForProgram && isForm(request) && request.getHeader(PROGRAM) == null) {
            AccessWatch.because(request, "no-program-header");
            BodyRefused.answer(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "以表单方式提交的请求须带请求头 %s（值任意），未受理。".formatted(PROGRAM),
                    "A form's body needs the header %s, with any value (curl -H '%s: curl'); the call was not taken."
                            .formatted(PROGRAM, PROGRAM));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        if (!askForProgram && READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site != null && !OWN_SITE.contains(site.toLowerCase(Locale.ROOT)))
                || (origin != null && !isOurs(origin, request));
    }

    /** By host and port: behind a proxy that ends HTTPS the scheme may be another one here. */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        String named = authorityOf(origin);
        String host = request.getHeader(HttpHeaders.HOST);
        String seen = request.getServerName() + ':' + request.getServerPort();
        return named != null
                && (named.equalsIgnoreCase(host) || withPort(origin, named).equalsIgnoreCase(seen));
    }

    private static String withPort(String origin, String authority) {
        boolean hasPort = authority.matches(".*:\\d+");
        return hasPort ? authority : authority + (origin.startsWith("https:") ? ":443" : ":80");
    }

    private static @Nullable String authorityOf(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException noOrigin) {
            return null;
        }
    }

    /** No type at all is what a page's script can send, too. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (READING.contains(request.getMethod())) {
            return false;
        }
        return type == null
                ? body && request.getMethod().equals("POST")
                : FORMS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
