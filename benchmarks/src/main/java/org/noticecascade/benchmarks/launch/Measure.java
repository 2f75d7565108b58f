package org.noticecascade.benchmarks.launch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Wall time, processor time of this JVM and of the database server's processes, write-ahead log and heap between two
 * moments. The server's numbers are 0 on H2.
 */
final class Measure {
    /** What a child JVM prints in front of its result. */
    static final String MARK = "LAUNCHED ";

    private static final double NANOS = 1e9;
    private static final double TICKS_PER_SECOND = 100;
    private static final long COUNTED_AFTER_MILLIS = 11_000;
    private static final long MEBIBYTE = 1024 * 1024;

    private final DataSource database;
    private final boolean postgres;
    private long beganAt;
    private double cpu;
    private double serverCpu;
    private long walBytes;

    Measure(DataSource database, boolean postgres) {
        this.database = database;
        this.postgres = postgres;
    }

    /** Forgets what PostgreSQL has counted in this database so far; an idle backend tells after ten seconds. */
    void resetCounts() throws SQLException, InterruptedException {
        if (postgres) {
            Thread.sleep(COUNTED_AFTER_MILLIS);
            execute("select pg_stat_reset()");
        }
    }

    void begin() throws SQLException, IOException {
        if (postgres) {
            execute("checkpoint");
        }
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        walBytes = wal();
        serverCpu = serverCpu();
        cpu = cpu();
        beganAt = System.nanoTime();
    }

    /** Prints the result for the JVM that started this one; {@code rows} is -1 where that one counts. */
    void end(int units, long rows) throws SQLException, IOException {
        double seconds = (System.nanoTime() - beganAt) / NANOS;
        double spent = cpu() - cpu;
        double spentByServer = serverCpu() - serverCpu;
        System.out.println(MARK + "units=%d seconds=%.3f cpu=%.3f serverCpu=%.3f wal=%d heap=%d rows=%d"
                .formatted(units, seconds, spent, spentByServer, wal() - walBytes, peakMib(), rows));
    }

    /** Waits until the query answers that number or more. */
    void await(String sql, long wanted) throws SQLException, InterruptedException {
        while (number(sql) < wanted) {
            Thread.sleep(100);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long wal() throws SQLException {
        return postgres ? number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint") : 0;
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }

    /** Of the postmaster, of its processes and of those that have ended. */
    private double serverCpu() throws SQLException, IOException {
        if (!postgres) {
            return 0;
        }
        long postmaster = stat(number("select pg_backend_pid()"))[1];
        long[] server = stat(postmaster);
        long ticks = server[11] + server[12] + server[13] + server[14];
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
                try {
                    long[] stat = stat(Long.parseLong(process.getFileName().toString()));
                    if (stat[1] == postmaster) {
                        ticks += stat[11] + stat[12];
                    }
                } catch (IOException ended) {
                    continue;
                }
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The numbers of a process that follow its name: 1 its parent, 11 and 12 its own time, 13 and 14 its ended children's. */
    private static long[] stat(long process) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
        String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
        words[0] = "0";
        return Stream.of(words).limit(15).mapToLong(Long::parseLong).toArray();
    }

    /** The sum of the pools' peaks, garbage included: an upper bound. */
    private static long peakMib() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEBIBYTE;
    }
}
