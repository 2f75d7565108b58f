package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that two readers could take for different ones: with dots, double slashes, semicolons, or with
 * letters of the engine's paths written as {@code %65}. No rule by path further in can be got round with them.
 */
final class OddRequests extends OncePerRequestFilter {
    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
            return;
        }
        AccessWatch.because(request, "odd-request");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        BodyRefused.answer(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                "请求的地址或请求头含有不允许的字符，未受理。请核对网址。",
                "The address or a header holds characters that are not allowed; check the address.");
    }

    private boolean isPlain(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException odd) {
            return false;
        }
        boolean ofAServlet = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        return !ofAServlet || request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath());
    }
}
