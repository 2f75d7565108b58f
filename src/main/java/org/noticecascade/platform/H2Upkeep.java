package org.noticecascade.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives the room of old pages in H2's file back while the service runs. H2 does that in the thread that writes some time
 * after the commit; with {@code WRITE_DELAY=0}, so that what was answered is on the disk, it has no such thread, and the
 * file grew by half a megabyte with every completed task. Nothing to do on PostgreSQL or in memory.
 *
 * <p>The store and what is called of it are H2's public API; the way from a connection to it is not.
 */
@Component
class H2Upkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);
    /** Pages in use in the parts that may be written anew, in percent; fuller ones are left alone. */
    private static final int FULL_ENOUGH = 50;

    private static final String IN_USE = "info.CHUNKS_FILL_RATE_RW";
    /** What H2 asks of all parts together, the youngest included; those say nothing here. */
    private static final int ANY = 100;
    /** Rewritten at once; everybody who commits waits for it, some 30 ms. */
    private static final int BYTES = 4 * 1024 * 1024;

    private final DataSource dataSource;
    private @Nullable MVStore store;
    private final Rounds rounds = new Rounds("h2-upkeep", "The database's file could not be tidied");

    H2Upkeep(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void start() {
        store = storeOf(dataSource).orElse(null);
        if (store != null) {
            rounds.begin(PAUSE, this::run);
        }
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

    private void run() {
        MVStore current = store;
        try {
            if (current == null || current.isClosed()) {
                store = storeOf(dataSource).orElse(null); // H2 closes it after a failed write, and opens another one
            } else {
                tidy(current);
            }
        } catch (RuntimeException e) {
            if (current != null && current.getPanicException() != null) {
                LOG.error("H2 has closed its file, as it could not be written. Make room, then restart the service", e);
            } else {
                LOG.debug("Old pages of the database's file stay for now", e);
            }
        }
    }

    /**
     * One round: writes the pages still in use of old, empty parts anew, so that those parts can be written over. The
     * commit brings them to the disk; an idle service has nobody else's.
     *
     * @return whether there was anything to do
     */
    static boolean tidy(MVStore store) {
        boolean rewritten = inUse(store) < FULL_ENOUGH && store.compact(ANY, BYTES);
        if (rewritten) {
            store.commit();
        }
        return rewritten;
    }

    private static int inUse(MVStore store) {
        Map<String, String> info = new HashMap<>();
        store.populateInfo(info::put);
        return Integer.parseInt(info.getOrDefault(IN_USE, Integer.toString(ANY)));
    }

    @Override
    public void stop() {
        rounds.end(LONGEST_ROUND);
    }

    @Override
    public boolean isRunning() {
        return rounds.areUnderWay();
    }
}
