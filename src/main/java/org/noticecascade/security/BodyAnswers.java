package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.noticecascade.platform.Caller;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind HTTP basic: tells the guard of a body that its sender has signed in, and answers if it was broken off. */
final class BodyAnswers extends OncePerRequestFilter {
    private final LimitsProperties.Body limits;

    BodyAnswers(LimitsProperties.Body limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<BodyGuard> guard = BodyGuard.of(request);
        if (guard.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (Caller.of(request).isPresent()) {
            guard.get().signedIn(BodyRules.signedIn(limits, request.getContentType()));
        }
        answerFor(guard.get(), request, response, chain);
    }

    static void answerFor(BodyGuard guard, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (guard.refused().isEmpty()) {
                throw failure;
            }
        }
        Optional<BodyRefused> refused = guard.refused();
        if (refused.isPresent() && !response.isCommitted()) {
            response.reset();
            refused.get().answer(response);
        }
    }
}
