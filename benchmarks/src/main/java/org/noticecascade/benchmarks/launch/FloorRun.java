package org.noticecascade.benchmarks.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * The floor: the very rows our launch left, inserted into the same tables with the same indexes and foreign keys by
 * plain JDBC batches, 50 units per commit, four threads, one level of the hierarchy after the other. No job, no
 * update, no select.
 *
 * <p>The images are read from our database beforehand and kept in memory as {@link RowImages}, so that reading is not
 * timed; columns are bound as text that the server converts.
 *
 * <p>Arguments: JDBC URL of our launched database, JDBC URL of a prepared one, number of units, JDBC URL of another
 * prepared one to warm up with.
 */
final class FloorRun {
    private static final int THREADS = 4;

    private FloorRun() {}

    public static void main(String[] arguments) {
        Child.exitAfter(() -> race(arguments));
    }

    private static void race(String[] arguments) throws Exception {
        RowImages images;
        try (HikariDataSource source = PlainRun.database(arguments[0])) {
            images = RowImages.of(source);
        }
        int units = Integer.parseInt(arguments[2]);
        race(images, arguments[3], units);
        race(images, arguments[1], units);
    }

    private static void race(RowImages images, String url, int units) throws Exception {
        HikariDataSource target = PlainRun.database(url + "&stringtype=unspecified");
        Measure measure = new Measure(target, true);
        measure.begin();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (List<Integer> level : images.levels()) {
            List<Callable<Boolean>> commits = new ArrayList<>();
            level.forEach(chunk -> commits.add(() -> insert(target, images, chunk)));
            for (Future<Boolean> done : threads.invokeAll(commits)) {
                done.get();
            }
        }
        threads.shutdown();
        measure.end(units, images.count());
        target.close();
    }

    private static boolean insert(DataSource target, RowImages images, int chunk) throws SQLException {
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            for (RowImages.Of table : images.tables()) {
                List<byte[]> rows = table.rows(chunk);
                if (!rows.isEmpty()) {
                    try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
                        for (byte[] row : rows) {
                            table.bind(statement, row);
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                }
            }
            connection.commit();
            return true;
        }
    }
}
