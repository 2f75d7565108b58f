package org.noticecascade.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units, as imported. Lists hold active units only, ordered by code unless said otherwise. */
@Repository
public class Units {
    private static final String COLUMNS = "u.code, u.parent_code, u.name, u.level, u.active";
    private static final String FILTER = """
             from unit u
            where u.active
              and (cast(:level as varchar) is null or u.level = :level)
              and (cast(:parent as varchar) is null or u.parent_code = :parent)
              and (cast(:text as varchar) is null
                   or lower(u.name) like '%' || cast(:text as varchar) || '%' escape '!'
                   or lower(u.code) like cast(:text as varchar) || '%' escape '!')
            """;

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The unit with this code, active or not.
     *
     * @throws UnknownUnit if there is none
     */
    public Unit get(String code) {
        return find(code).orElseThrow(() -> new UnknownUnit(code));
    }

    /** The unit with this code, active or not; empty if there is none. */
    public Optional<Unit> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from unit u where u.code = :code")
                .param("code", code)
                .query(Units::unit)
                .optional();
    }

    /** The names by code of that unit and of all others below the same superior, active or not. */
    public Map<String, String> namesBeside(String code) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select s.code, s.name from unit u join unit s on s.parent_code = u.parent_code where u.code = :code")
                .param("code", code)
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    /**
     * The one unit above all others.
     *
     * @throws UnknownUnit if the directory is empty
     */
    public Unit headquarters() {
        return jdbc.sql("select " + COLUMNS + " from unit u where u.level = 'HQ'")
                .query(Units::unit)
                .optional()
                .orElseThrow(() -> new UnknownUnit(Level.HQ.name()));
    }

    /**
     * Keeps whoever else calls this waiting until the caller's transaction ends: for work that only one node may do at
     * a time. Without effect while there are no units.
     */
    public void lockHeadquarters() {
        jdbc.sql("select u.code from unit u where u.level = 'HQ' for update")
                .query(String.class)
                .list();
    }

    /** The units directly below. */
    public List<Unit> childrenOf(String code) {
        return jdbc.sql("select " + COLUMNS + " from unit u where u.parent_code = :code and u.active order by u.code")
                .param("code", code)
                .query(Units::unit)
                .list();
    }

    /** Codes of the units that have units below them. */
    public List<String> superiors() {
        return jdbc.sql("""
                        select distinct u.parent_code from unit u
                         where u.active and u.parent_code is not null order by u.parent_code""").query(String.class).list();
    }

    /**
     * Finds units page by page.
     *
     * @param text part of the name or beginning of the code, in any case; {@code null} or blank for all
     * @param parent code of the direct superior
     */
    public List<Unit> search(
            @Nullable String text, @Nullable Level level, @Nullable String parent, int offset, int limit) {
        return filtered(
                        "select " + COLUMNS + FILTER
                                + " order by u.code offset :offset rows fetch next :limit rows only",
                        text,
                        level,
                        parent)
                .param("offset", offset)
                .param("limit", limit)
                .query(Units::unit)
                .list();
    }

    /** How many units {@link #search} would find on all pages. */
    public long count(@Nullable String text, @Nullable Level level, @Nullable String parent) {
        return filtered("select count(*)" + FILTER, text, level, parent)
                .query(Long.class)
                .single();
    }

    /**
     * The units above this one, nearest first; empty for headquarters.
     *
     * @throws UnknownUnit if no unit has this code
     */
    public List<Unit> ancestorsOf(String code) {
        get(code);
        return jdbc.sql("""
                        with recursive above (code, distance) as (
                            select parent_code, 1 from unit where code = :code
                            union all
                            select p.parent_code, a.distance + 1 from above a join unit p on p.code = a.code
                        )
                        select %s from above a join unit u on u.code = a.code order by a.distance
                        """.formatted(COLUMNS))
                .param("code", code)
                .query(Units::unit)
                .list();
    }

    /** Whether a unit is {@code ancestorCode} itself or anywhere below it. */
    public boolean isWithin(String code, String ancestorCode) {
        return code.equals(ancestorCode)
                || ancestorsOf(code).stream().anyMatch(above -> above.code().equals(ancestorCode));
    }

    /** Every unit, inactive ones too; for work on the whole hierarchy. */
    public List<Unit> all() {
        return jdbc.sql("select " + COLUMNS + " from unit u order by u.code")
                .query(Units::unit)
                .list();
    }

    private JdbcClient.StatementSpec filtered(
            String sql, @Nullable String text, @Nullable Level level, @Nullable String parent) {
        return jdbc.sql(sql)
                .param("level", level == null ? null : level.name())
                .param("parent", parent)
                .param("text", text == null || text.isBlank() ? null : escaped(text.strip()));
    }

    private static String escaped(String text) {
        return PlainText.unified(text).toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }

    private static Unit unit(ResultSet row, int index) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("parent_code"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                row.getBoolean("active"));
    }
}
