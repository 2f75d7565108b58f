package org.noticecascade.security;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A body that was not read on: it came too slowly, was too large for its sender, or no thread was free to wait.
 *
 * <p>Unchecked, because the container answers a checked one by itself, with a page of its own.
 */
final class BodyBrokenOff extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    BodyBrokenOff(String what) {
        super(new IOException(what));
    }
}
