package org.noticecascade.security;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/**
 * What bounds a call whose sender is known: how long its body may take, the account's share, then what the body holds.
 * All chains share one count for each account.
 */
@Component
class CallLimits {
    private final LimitsProperties limits;
    private final BodyAnswers bodies;
    private final AccountLimits accounts;
    private final JsonGuard json;

    CallLimits(LimitsProperties limits, Clock clock) {
        this.limits = limits;
        this.bodies = new BodyAnswers(limits.body());
        this.accounts = new AccountLimits(
                limits.account(), new CallRates(limits.account(), TimeMeter.SYSTEM_NANOTIME), new LimitedLines(clock));
        this.json = new JsonGuard(limits);
    }

    /** Adds them behind the decision who may come in. */
    void addTo(HttpSecurity http) {
        http.addFilterAfter(bodies, AuthorizationFilter.class)
                .addFilterAfter(accounts, BodyAnswers.class)
                .addFilterAfter(json, AccountLimits.class);
    }

    /** What a call of the engine may carry. */
    JsonCaps ofTheEngine() {
        return limits.engineJson().caps();
    }
}
