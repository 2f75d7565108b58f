package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.noticecascade.platform.Caller;
import org.springframework.web.filter.OncePerRequestFilter;

/** One account never takes all threads: so many calls at once, and so many a second. More is answered 429. */
final class AccountLimits extends OncePerRequestFilter {
    private final LimitsProperties.Account limits;
    private final AtOnce calls = new AtOnce(Integer.MAX_VALUE);
    private final CallRates rates;
    private final LimitedLines lines;

    AccountLimits(LimitsProperties.Account limits, CallRates rates, LimitedLines lines) {
        this.limits = limits;
        this.rates = rates;
        this.lines = lines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = Caller.of(request);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Caller who = caller.get();
        int times = who.isAdministrator() ? limits.administratorTimes() : 1;
        long wait = rates.secondsToWait(who.user(), times);
        if (wait > 0) {
            refuse(response, who, "calls-per-second", wait);
        } else if (calls.begins(who.user(), limits.callsAtOnce() * times)) {
            try {
                chain.doFilter(request, response);
            } finally {
                calls.ends(who.user());
            }
        } else {
            refuse(response, who, "calls-at-once", 1);
        }
    }

    private void refuse(HttpServletResponse response, Caller who, String reason, long seconds) throws IOException {
        lines.write(who.user(), reason);
        response.setHeader("Retry-After", String.valueOf(seconds));
        BodyRefused.answer(
                response,
                429,
                "您的账号操作过于频繁，本次未受理。请 %d 秒后重试。".formatted(seconds),
                "Your account sends too many calls; this one was not taken. Try again in %d seconds."
                        .formatted(seconds));
    }
}
