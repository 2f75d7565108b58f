package org.noticecascade.platform;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What the service lacks for a while, so that nobody looks for the fault in their own work: room on a disk (507) or the
 * database (503).
 */
enum Outage {
    NO_ROOM(
            HttpStatus.INSUFFICIENT_STORAGE,
            new Words(
                    "服务器存储空间不足，本次操作未保存。请稍后重试，并请系统管理员清理或扩充磁盘。",
                    "The server has no room left; nothing was saved. Try again later; the administrator has to make room.")),
    NO_DATABASE(
            HttpStatus.SERVICE_UNAVAILABLE,
            new Words(
                    "数据库暂时无法访问，不能确认本次操作是否已保存。请稍后刷新，看清后再重试。",
                    "The database cannot be reached; whether this was saved is not known. Refresh in a while, look, then try again."));

    /** PostgreSQL: disk full; H2: a write to its file failed. */
    private static final Set<String> FULL = Set.of("53100", "90031");

    /** PostgreSQL: shut down, crashed, starting, too many connections; H2: closed after a failed write. */
    private static final Set<String> AWAY =
            Set.of("53300", "57P01", "57P02", "57P03", "58030", "90028", "90067", "90098", "90121");

    /** What the pool says, without a state, of a connection that broke; the rollback's failure hides the first one. */
    private static final String POOL_CLOSED_IT = "Connection is closed";

    private final HttpStatus status;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two texts
    private final Words words;

    Outage(HttpStatus status, Words words) {
        this.status = status;
        this.words = words;
    }

    HttpStatus status() {
        return status;
    }

    Words words() {
        return words;
    }

    /** Asks the failure and all that caused it. */
    static Optional<Outage> in(@Nullable Throwable failure) {
        boolean noConnection = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return Optional.empty(); // the caller hung up
            }
            if (cause instanceof SQLException sql) {
                Optional<Outage> told = inSql(sql);
                if (told.isPresent()) {
                    return told;
                }
            }
            if (cause.getCause() == null && isOurDisk(cause)) {
                return Optional.of(NO_ROOM);
            }
            noConnection |= cause instanceof CannotCreateTransactionException;
        }
        return noConnection ? Optional.of(NO_DATABASE) : Optional.empty();
    }

    /** A batch that failed carries the reason in the exception that follows. */
    private static Optional<Outage> inSql(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            String state = String.valueOf(each.getSQLState());
            if (FULL.contains(state)) {
                return Optional.of(NO_ROOM);
            }
            if (AWAY.contains(state)
                    || state.startsWith("08")
                    || each instanceof SQLTransientConnectionException
                    || POOL_CLOSED_IT.equals(each.getMessage())) {
                return Optional.of(NO_DATABASE);
            }
        }
        return Optional.empty();
    }

    /**
     * A file that cannot be written is a plain exception of Java's; what the caller sent wrong, or never to its end, has
     * an exception of its own. Words do not tell: they come in the system's language.
     */
    private static boolean isOurDisk(Throwable root) {
        return root.getClass() == IOException.class
                || root instanceof FileNotFoundException
                || root instanceof FileSystemException;
    }
}
