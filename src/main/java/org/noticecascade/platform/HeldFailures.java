package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the engine writes into the log about a call is held back until the call is answered, for only the answer says
 * whose doing it was: the engine calls a refused submission an internal error and writes its frames three times over.
 *
 * <p>A refusal that a person caused becomes one line. Everything else is written as it came.
 */
public final class HeldFailures {
    private static final Logger LOG = LoggerFactory.getLogger(HeldFailures.class);
    private static final ThreadLocal<@Nullable List<Held>> OF_CALL = new ThreadLocal<>();
    private static final int REFUSED = 400;
    private static final int SERVER = 500;
    private static final int MOST = 100;

    private HeldFailures() {}

    private record Held(String cause, Runnable write) {}

    /**
     * Holds a line if this thread serves a call.
     *
     * @param cause what happened, in one line
     * @param write writes it after all
     */
    public static boolean hold(String cause, Runnable write) {
        List<Held> held = OF_CALL.get();
        if (held == null || held.size() >= MOST) {
            return false;
        }
        held.add(new Held(cause, write));
        return true;
    }

    /** This thread begins to serve a call. */
    static void begin() {
        OF_CALL.set(new ArrayList<>());
    }

    /** The call is answered with this status. */
    static void end(HttpServletRequest request, int status) {
        List<Held> held = OF_CALL.get();
        OF_CALL.remove();
        if (held == null || held.isEmpty()) {
            return;
        }
        if (status < REFUSED || status >= SERVER) {
            held.forEach(each -> each.write().run());
        } else {
            LOG.info(
                    "refused status={} {} {}: {}",
                    status,
                    request.getMethod(),
                    SecurityLog.cleaned(request.getRequestURI()),
                    held.get(0).cause());
        }
    }
}
