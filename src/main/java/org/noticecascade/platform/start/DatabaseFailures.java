package org.noticecascade.platform.start;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Why the database does not let the service start, told by the state its driver gives. */
final class DatabaseFailures {
    private static final int LONGEST = 200;

    /** Cause and cure. */
    private record Words(String chinese, String english) {}

    private static final Words IN_USE = new Words(
            "数据文件夹正被另一个进程使用，多半是本服务已在运行（%s）。请先停止它，或用 --cascade.data-folder=… 换一个文件夹。",
            "the data folder is in use by another process, most likely this service already running (%s). Stop that, or"
                    + " choose another folder with --cascade.data-folder=….");
    private static final Words AWAY = new Words(
            "连不上数据库（%s）。请核对地址和端口、数据库是否在运行、网络是否可达，然后重新启动。",
            "the database cannot be reached (%s). Check address and port, whether it runs and the network, then start again.");
    private static final Words WRONG_PASSWORD = new Words(
            "数据库不接受这个用户名或密码（%s）。请核对 CASCADE_DB_USER 和 CASCADE_DB_PASSWORD（或 spring.datasource.username、.password）。",
            "the database does not accept this user and password (%s). Check CASCADE_DB_USER and CASCADE_DB_PASSWORD (or"
                    + " spring.datasource.username and .password).");
    private static final Words NO_RIGHT = new Words(
            "数据库用户没有所需的权限（%s）。请让它成为该库的所有者。",
            "the database user lacks a right (%s). Make it the owner of that database.");
    private static final Words NO_DATABASE = new Words(
            "服务器上没有这个数据库（%s）。请先建库，或改正 CASCADE_DB_URL（或 spring.datasource.url）中的库名。",
            "there is no such database (%s). Create it, or correct its name in CASCADE_DB_URL (or spring.datasource.url).");
    private static final Words TOO_MANY = new Words(
            "数据库的连接已用完（%s）。请增大 max_connections，或减小 CASCADE_DB_POOL；算法见 docs/operations.md。",
            "the database has no connection left (%s). Raise max_connections or lower CASCADE_DB_POOL; docs/operations.md has"
                    + " the arithmetic.");
    private static final Words STARTING = new Words(
            "数据库正在启动或停止（%s）。请稍后重新启动本服务。", "the database is starting or stopping (%s). Start again in a while.");
    private static final Words NO_FILE = new Words(
            "那里没有数据库文件（%s）。请核对 cascade.data-folder。", "there is no database file (%s). Check cascade.data-folder.");
    private static final Words BROKEN = new Words(
            "H2 数据库文件读不了（%s）：不是本版本 H2 写的，或已损坏。请从备份恢复，或用写它的那个 jar。",
            "the H2 file cannot be read (%s): another version of H2 wrote it, or it is damaged. Restore the backup, or use"
                    + " the jar that wrote it.");
    private static final Words NO_ROOM = new Words(
            "数据库文件写不了（%s）。请核对文件夹的权限和磁盘空间。",
            "the database's file cannot be written (%s). Check permissions and disk space.");

    private static final Map<String, Words> BY_STATE = Map.ofEntries(
            Map.entry("90020", IN_USE),
            Map.entry("28000", WRONG_PASSWORD),
            Map.entry("28P01", WRONG_PASSWORD),
            Map.entry("42501", NO_RIGHT),
            Map.entry("3D000", NO_DATABASE),
            Map.entry("53300", TOO_MANY),
            Map.entry("57P03", STARTING),
            Map.entry("57P01", STARTING),
            Map.entry("90146", NO_FILE),
            Map.entry("90013", NO_FILE),
            Map.entry("90030", BROKEN),
            Map.entry("90048", BROKEN),
            Map.entry("90028", NO_ROOM),
            Map.entry("90031", NO_ROOM),
            Map.entry("90062", NO_ROOM),
            Map.entry("53100", NO_ROOM));

    private DatabaseFailures() {}

    static Optional<NotStarted> in(Throwable failure, @Nullable Environment environment) {
        Words words = null;
        SQLException told = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException changed) {
                return Optional.of(otherScripts(changed));
            }
            Words known = cause instanceof SQLException sql ? words(sql) : null;
            if (known != null) {
                words = known;
                told = (SQLException) cause;
            }
        }
        if (words == null || told == null) {
            return Optional.empty();
        }
        String what = address(environment) + cut(String.valueOf(told.getMessage()));
        return Optional.of(NotStarted.because(
                words.chinese().formatted(what), words.english().formatted(what)));
    }

    private static @Nullable Words words(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        Words known = BY_STATE.get(state);
        return known == null && state.startsWith("08") ? AWAY : known;
    }

    private static NotStarted otherScripts(FlywayException failure) {
        String what = cut(String.valueOf(failure.getMessage()));
        return NotStarted.because(
                "数据库的表由另一套脚本建成，与这个 jar 不符（%s）。请使用写这个库的那个版本，或从备份恢复。".formatted(what),
                "the database's tables were made by other scripts than this jar's (%s). Use the version that made them, or restore the backup."
                        .formatted(what));
    }

    /** Host and database; what follows may hold a password. */
    private static String address(@Nullable Environment environment) {
        String url = environment == null ? null : environment.getProperty("spring.datasource.url");
        return url == null || url.isBlank() ? "" : url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//") + ": ";
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
