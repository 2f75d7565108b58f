package org.noticecascade.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.noticecascade.platform.Caller;

/**
 * Guards the body of every call, and gets rid of what nobody has read of it.
 *
 * <p>The container would read a refused body to its end, with a thread that waits as long as the sender likes. Here the
 * answer goes out first. The rest of the body is then read for a moment, because many clients read no answer before
 * they have sent everything; after that the connection ends.
 */
final class BodyGuardValve extends ValveBase {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final LimitsProperties.Body limits;
    private final BodyWaits waits;
    private final LongSupplier nanos;

    BodyGuardValve(LimitsProperties.Body limits, int threads, LongSupplier nanos) {
        super(true);
        this.limits = limits;
        this.waits = new BodyWaits(Math.max(2, threads * limits.waitingPercent() / 100));
        this.nanos = nanos;
    }

    @Override
    public void invoke(Request call, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connected = call.getCoyoteRequest();
        if (connected.isFinished() || call.isAsync()) {
            getNext().invoke(call, response);
            return;
        }
        InputBuffer before = connected.getInputBuffer();
        var guard = new BodyGuard(
                connected, String.valueOf(call.getRemoteAddr()), waits, BodyRules.anonymous(limits), nanos);
        guard.keepIn(call);
        if (Caller.of(call.getRequest()).isPresent()) {
            guard.signedIn(BodyRules.signedIn(limits, call.getContentType()));
        }
        connected.setInputBuffer(guard);
        try {
            getNext().invoke(call, response);
            if (!call.isAsync()) {
                finish(call, response, guard);
            }
        } finally {
            connected.setInputBuffer(before);
        }
    }

    private void finish(Request call, Response response, BodyGuard guard) throws IOException {
        org.apache.coyote.Request connected = call.getCoyoteRequest();
        if (connected.isFinished()) {
            return;
        }
        boolean unknownLength = connected.getContentLengthLong() < 0;
        if (guard.refused().isPresent() || (unknownLength && !guard.isSignedIn())) {
            connected.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            response.finishResponse();
            return;
        }
        response.finishResponse();
        Duration atMost = guard.isSignedIn() ? limits.time() : MOMENT;
        if (!guard.drained(BodyRules.rest(limits, atMost))) {
            connected.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
