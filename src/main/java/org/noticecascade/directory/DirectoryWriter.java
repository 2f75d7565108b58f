package org.noticecascade.directory;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.noticecascade.directory.ImportProgress.Stage;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes what an import found changed, in JDBC batches, within the caller's transaction. */
@Component
class DirectoryWriter {
    private static final int BATCH = 500;

    private final NamedParameterJdbcTemplate jdbc;

    DirectoryWriter(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a second import waiting until this transaction ends, once there is a headquarters row to hold. */
    void lock() {
        jdbc.queryForList("select code from unit where level = 'HQ' for update", new MapSqlParameterSource());
    }

    /** @param changes parents before their children */
    void writeUnits(List<UnitChange> changes, ImportProgress progress) {
        List<Unit> added = changes.stream()
                .filter(change -> change.before() == null)
                .map(UnitChange::after)
                .toList();
        List<Unit> changed = changes.stream()
                .filter(change -> change.before() != null)
                .map(UnitChange::after)
                .toList();
        batch(
                "insert into unit (code, parent_code, name, level, active)"
                        + " values (:code, :parentCode, :name, :level, :active)",
                added,
                DirectoryWriter::parameters,
                progress);
        batch(
                "update unit set parent_code = :parentCode, name = :name, level = :level, active = :active"
                        + " where code = :code",
                changed,
                DirectoryWriter::parameters,
                progress);
    }

    void writePeople(List<PersonChange> changes, ImportProgress progress) {
        Stream<PersonChange> known = changes.stream().filter(change -> change.before() != null);
        List<Person> changed = known.map(PersonChange::after).toList();
        List<Person> everyone = changes.stream().map(PersonChange::after).toList();
        List<Person> added = changes.stream()
                .filter(change -> change.before() == null)
                .map(PersonChange::after)
                .toList();
        batch(
                "insert into person (user_id, unit_code, name, email, phone, language, active)"
                        + " values (:userId, :unitCode, :name, :email, :phone, :language, :active)",
                added,
                DirectoryWriter::parameters,
                progress);
        batch(
                "update person set unit_code = :unitCode, name = :name, email = :email, phone = :phone,"
                        + " language = :language, active = :active where user_id = :userId",
                changed,
                DirectoryWriter::parameters,
                progress);
        batch("delete from person_role where user_id = :userId", changed, DirectoryWriter::parameters, progress);
        batch(
                "insert into person_role (user_id, role) values (:userId, :role)",
                everyone.stream().flatMap(DirectoryWriter::roles).toList(),
                Function.identity(),
                progress);
    }

    private <T> void batch(
            String sql, List<T> rows, Function<T, SqlParameterSource> parameters, ImportProgress progress) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            int to = Math.min(from + BATCH, rows.size());
            jdbc.batchUpdate(
                    sql, rows.subList(from, to).stream().map(parameters).toArray(SqlParameterSource[]::new));
            progress.at(Stage.WRITING, to, rows.size());
        }
    }

    private static SqlParameterSource parameters(Unit unit) {
        return new MapSqlParameterSource("code", unit.code())
                .addValue("parentCode", unit.parentCode())
                .addValue("name", unit.name())
                .addValue("level", unit.level().name())
                .addValue("active", unit.active());
    }

    private static SqlParameterSource parameters(Person person) {
        return new MapSqlParameterSource("userId", person.userId())
                .addValue("unitCode", person.unitCode())
                .addValue("name", person.name())
                .addValue("email", person.email())
                .addValue("phone", person.phone())
                .addValue("language", person.language())
                .addValue("active", person.active());
    }

    private static Stream<SqlParameterSource> roles(Person person) {
        return person.roles().stream()
                .map(role -> new MapSqlParameterSource("userId", person.userId()).addValue("role", role.name()));
    }
}
