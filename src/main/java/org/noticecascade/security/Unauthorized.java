package org.noticecascade.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.noticecascade.platform.RefusalPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * The answer to whoever is not signed in, on whichever way they came.
 *
 * <p>A browser is not told that HTTP basic is possible: it would ask for user and password, keep them, and send them
 * with the calls of any other page.
 */
final class Unauthorized implements AuthenticationEntryPoint {
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"请先登录。\",\"detailEn\":\"Sign in first.\"}";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        challenge(request, response);
    }

    /** The answer, and for a program how to sign in. */
    static void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!comesFromABrowser(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"notice-cascade\", charset=\"UTF-8\"");
        }
        if (RefusalPage.isWantedBy(request)) {
            write(response, MediaType.TEXT_HTML_VALUE, RefusalPage.of(request, "请先登录。", "Sign in first."));
        } else {
            write(response);
        }
    }

    /** Answers 401 with the words for it. */
    static void write(HttpServletResponse response) throws IOException {
        write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, PROBLEM);
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body);
    }

    private static boolean comesFromABrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader("Sec-Fetch-Site") != null
                || request.getHeader(HttpHeaders.ORIGIN) != null
                || (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("text/html"));
    }
}
