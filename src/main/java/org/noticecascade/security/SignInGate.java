package org.noticecascade.security;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noticecascade.platform.PasswordGate;
import org.noticecascade.platform.SecurityLog;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The one gate of all ways in: asks the throttle first, lets one check per account run at a time, writes the outcome.
 *
 * <p>A refused caller is answered at once; no thread sleeps. While the pause lasts not even the right password is
 * looked at, or guessing would go on through it.
 */
@Component
class SignInGate implements PasswordGate {
    private static final int TURNS = 256;

    private final SignInThrottle throttle;
    private final UserSessions sessions;
    private final SecurityLog log;
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

    SignInGate(SignInThrottle throttle, UserSessions sessions, SecurityLog log) {
        this.throttle = throttle;
        this.sessions = sessions;
        this.log = log;
    }

    @Override
    public boolean admits(@Nullable String account, Supplier<Outcome> check) {
        ServletRequestAttributes call = call();
        if (account == null || call == null) {
            return written(account, check.get());
        }
        String address = String.valueOf(call.getRequest().getRemoteAddr());
        synchronized (turns[Math.floorMod(account.hashCode(), turns.length)]) {
            Duration pause = pause(account, address);
            if (!pause.isZero()) {
                sayWhen(call, pause);
                log.signInFailed(account, "too-many-failures");
                return false;
            }
            Outcome outcome = check.get();
            if (outcome == Outcome.RIGHT) {
                throttle.right(account, address);
            } else {
                throttle.wrong(account, address);
            }
            return written(account, outcome);
        }
    }

    /** A sign-in on another node or before a restart tells, too, that an address is no strange one. */
    private Duration pause(String account, String address) {
        Duration pause = throttle.pause(account, address);
        if (pause.isZero() || !sessions.hasBeenAt(account, address)) {
            return pause;
        }
        throttle.know(account, address);
        return throttle.pause(account, address);
    }

    @Override
    public void forgive(String account) {
        throttle.forgive(account);
    }

    private boolean written(@Nullable String account, Outcome outcome) {
        if (outcome == Outcome.RIGHT && account != null) {
            log.signedIn(account);
            return true;
        }
        log.signInFailed(account, outcome.reason());
        return false;
    }

    private static void sayWhen(ServletRequestAttributes call, Duration pause) {
        HttpServletResponse response = call.getResponse();
        if (response != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds() + 1));
        }
    }

    /** None where our own code asks, outside of any request. */
    private static @Nullable ServletRequestAttributes call() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call ? call : null;
    }
}
