package org.noticecascade.security;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the connection and everybody who reads a body: parameters, parts and streams alike.
 *
 * <p>A thread that reads waits for the next piece. How many may wait is limited, so that slow bodies never take all
 * threads; what has arrived already is read without waiting.
 */
final class BodyGuard implements InputBuffer {
    private static final String ATTRIBUTE = BodyGuard.class.getName();

    private final Request request;
    private final InputBuffer body;
    private final String source;
    private final BodyWaits waits;
    private final LongSupplier nanos;
    private BodyRules rules;
    private boolean signedIn;
    private @Nullable BodyRefused refused;
    private long begun = -1;
    private long brought;

    BodyGuard(Request request, String source, BodyWaits waits, BodyRules rules, LongSupplier nanos) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.source = source;
        this.waits = waits;
        this.rules = rules;
        this.nanos = nanos;
    }

    void keepIn(ServletRequest call) {
        call.setAttribute(ATTRIBUTE, this);
    }

    static Optional<BodyGuard> of(ServletRequest call) {
        return call.getAttribute(ATTRIBUTE) instanceof BodyGuard guard ? Optional.of(guard) : Optional.empty();
    }

    /** From here on the body is that of somebody who has signed in. */
    void signedIn(BodyRules rulesNow) {
        rules = rulesNow;
        signedIn = true;
    }

    boolean isSignedIn() {
        return signedIn;
    }

    /** Why reading was broken off; what is left of the body is then nobody's. */
    Optional<BodyRefused> refused() {
        return Optional.ofNullable(refused);
    }

    /** Reads what is left of the body and throws it away, for at most that long; answers whether all of it came. */
    boolean drained(BodyRules rest) {
        rules = rest;
        begun = -1;
        brought = 0;
        try {
            Thrown away = new Thrown();
            while (!request.isFinished()) {
                if (request.doRead(away) < 0) {
                    return true;
                }
            }
            return true;
        } catch (IOException | BodyBrokenOff endsEarly) {
            return false;
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (refused != null) {
            throw new BodyBrokenOff(refused.english());
        }
        if (begun < 0) {
            begun = nanos.getAsLong();
        }
        int read = hasArrived() ? body.doRead(handler) : waited(handler);
        brought += Math.max(read, 0);
        if (read >= 0 && brought > rules.bytes()) {
            throw stop(BodyRefused.tooLarge(rules.bytes()));
        }
        if (read >= 0 && !rules.isFastEnough(brought, nanos.getAsLong() - begun)) {
            throw stop(BodyRefused.tooSlow(rules.time()));
        }
        return read;
    }

    private int waited(ApplicationBufferHandler handler) throws IOException {
        if (!waits.begin(source, signedIn)) {
            throw stop(BodyRefused.tooMany());
        }
        try {
            return body.doRead(handler);
        } catch (SocketTimeoutException silent) {
            throw stop(BodyRefused.tooSlow(rules.time()));
        } finally {
            waits.end(source, signedIn);
        }
    }

    /** Whether the next piece is here, or nothing more will come. */
    private boolean hasArrived() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0 || request.isFinished();
    }

    private BodyBrokenOff stop(BodyRefused why) {
        refused = why;
        return new BodyBrokenOff(why.english());
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Where a body goes that nobody wants. */
    private static final class Thrown implements ApplicationBufferHandler {
        private ByteBuffer piece = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            piece = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return piece;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
