package org.noticecascade.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives the room of old pages in H2's file back while the service runs. H2 does that in the thread that writes some time
 * after the commit; with {@code WRITE_DELAY=0}, so that what was answered is on the disk, it has no such thread, and the
 * file grew by half a megabyte with every completed task. Nothing to do on PostgreSQL or in memory.
 *
 * <p>The store and its {@code compact} are H2's documented API; the way from a connection to it is not.
 */
@Component
class H2Upkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);
    private static final int PAUSE_MILLIS = 250;
    private static final int STOP_SECONDS = 10;
    /** Pages in use, in percent of all that were written; a store that is fuller is left alone. */
    private static final int FULL_ENOUGH = 50;
    /** Rewritten at once; everybody who commits waits for it, some 30 ms. */
    private static final int BYTES = 4 * 1024 * 1024;

    private final DataSource dataSource;
    private @Nullable ScheduledExecutorService rounds;

    H2Upkeep(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void start() {
        storeOf(dataSource).ifPresent(store -> {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "h2-upkeep");
                thread.setDaemon(true);
                return thread;
            });
            executor.scheduleWithFixedDelay(() -> run(store), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            rounds = executor;
        });
    }

    /** The store of a file that H2 does not keep tidy itself. */
    static Optional<MVStore> storeOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isWrapperFor(JdbcConnection.class)
                            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                            && session.getDatabase().isPersistent()
                    ? Optional.of(session.getDatabase().getStore().getMvStore())
                            .filter(store -> store.getAutoCommitDelay() == 0)
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to look at the database's file", e);
        }
    }

    private static void run(MVStore store) {
        try {
            tidy(store);
        } catch (RuntimeException e) {
            // a full disk, which whoever writes is told; or the database was just closed
            LOG.debug("Old pages of the database's file stay for now", e);
        }
    }

    /** One round: writes the pages still in use of the emptiest parts anew, so that those parts can be written over. */
    static void tidy(MVStore store) {
        if (!store.isClosed()) {
            store.compact(FULL_ENOUGH, BYTES);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = rounds;
        rounds = null;
        if (executor != null) {
            executor.shutdown();
            try {
                executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
