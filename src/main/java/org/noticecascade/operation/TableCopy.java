package org.noticecascade.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies one table row by row, in portions of at most 500 rows and a few megabytes. */
final class TableCopy {
    private static final int ROWS = 500;
    private static final long BYTES = 8_000_000;

    private final Connection source;
    private final Connection target;

    TableCopy(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /** Copies all rows of a table and returns how many there were. */
    long copy(String table, List<String> columns) throws SQLException {
        String names = DatabaseMove.columns(columns);
        String holes = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement read = source.prepareStatement("select " + names + " from " + table);
                PreparedStatement write =
                        target.prepareStatement("insert into %s (%s) values (%s)".formatted(table, names, holes))) {
            read.setFetchSize(ROWS);
            try (ResultSet rows = read.executeQuery()) {
                return copy(rows, write, columns.size());
            }
        }
    }

    private static long copy(ResultSet rows, PreparedStatement write, int columns) throws SQLException {
        long copied = 0;
        int waiting = 0;
        long bytes = 0;
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                Object value = value(rows, column);
                write.setObject(column, value);
                bytes += size(value);
            }
            write.addBatch();
            copied++;
            if (++waiting == ROWS || bytes > BYTES) {
                write.executeBatch();
                waiting = 0;
                bytes = 0;
            }
        }
        write.executeBatch();
        return copied;
    }

    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> rows.getBytes(column);
            case Types.CLOB, Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> rows.getString(column);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
            default -> rows.getObject(column);
        };
    }

    private static long size(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        return value instanceof String text ? 2L * text.length() : 16;
    }
}
