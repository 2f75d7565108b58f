package org.noticecascade;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** A row whose {@code id} the database gives. */
public final class NewRow {
    private NewRow() {}

    /**
     * Inserts one row and returns its id.
     *
     * @throws IllegalStateException if the database gave none
     */
    public static long idOf(StatementSpec insert) {
        var key = new GeneratedKeyHolder();
        insert.update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("The database returned no id for a new row");
        }
        return id.longValue();
    }
}
