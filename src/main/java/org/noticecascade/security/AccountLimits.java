package org.noticecascade.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** One account never takes all threads: so many calls at once, and so many a second. More is answered 429. */
final class AccountLimits extends OncePerRequestFilter {
    private final IdentityService identity;
    private final LimitsProperties.Account limits;
    private final AtOnce calls = new AtOnce(Integer.MAX_VALUE);
    private final CallRates rates;
    private final LimitedLines lines;

    AccountLimits(IdentityService identity, LimitsProperties.Account limits, CallRates rates, LimitedLines lines) {
        this.identity = identity;
        this.limits = limits;
        this.rates = rates;
        this.lines = lines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> caller = SignedIn.of(request, identity);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SignedIn who = caller.get();
        int times = who.administrator() ? limits.administratorTimes() : 1;
        long wait = rates.secondsToWait(who.account(), times);
        if (wait > 0) {
            refuse(response, who, "calls-per-second", wait);
        } else if (calls.begins(who.account(), limits.callsAtOnce() * times)) {
            try {
                chain.doFilter(request, response);
            } finally {
                calls.ends(who.account());
            }
        } else {
            refuse(response, who, "calls-at-once", 1);
        }
    }

    private void refuse(HttpServletResponse response, SignedIn who, String reason, long seconds) throws IOException {
        lines.write(who.account(), reason);
        response.setHeader("Retry-After", String.valueOf(seconds));
        BodyRefused.answer(
                response,
                429,
                "您的账号操作过于频繁，本次未受理。请 %d 秒后重试。".formatted(seconds),
                "Your account sends too many calls; this one was not taken. Try again in %d seconds."
                        .formatted(seconds));
    }
}
