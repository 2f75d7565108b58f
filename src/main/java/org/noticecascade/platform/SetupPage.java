package org.noticecascade.platform;

/**
 * Whether the engine's set-up page is open for the call this thread serves. The engine opens it whenever its
 * administrators' group is empty, and leads everybody there from every page; it learns by this whether to.
 */
public final class SetupPage {
    private static final ThreadLocal<Boolean> CLOSED = ThreadLocal.withInitial(() -> false);

    private SetupPage() {}

    /** What is done meanwhile. */
    public interface Work<E1 extends Throwable, E2 extends Throwable> {
        void run() throws E1, E2;
    }

    /** Serves a call for which the page is closed. */
    public static <E1 extends Throwable, E2 extends Throwable> void closedDuring(Work<E1, E2> work) throws E1, E2 {
        CLOSED.set(true);
        try {
            work.run();
        } finally {
            CLOSED.remove();
        }
    }

    /** Whether it is closed for the call this thread serves. */
    public static boolean isClosed() {
        return CLOSED.get();
    }
}
