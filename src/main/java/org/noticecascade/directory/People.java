package org.noticecascade.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The persons with their roles, as imported. Lists hold active persons only, ordered by user id. */
@Repository
public class People {
    private static final String SELECT = """
            select p.user_id, p.unit_code, p.name, p.email, p.phone, p.language, p.active, r.role
              from person p left join person_role r on r.user_id = p.user_id
            """;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person with this user id, active or not. */
    public Optional<Person> find(String userId) {
        return jdbc.sql(SELECT + "where p.user_id = :userId").param("userId", userId).query(People::persons).stream()
                .findFirst();
    }

    /** Whether the directory has this person and says that they have left. */
    public boolean isDeactivated(String userId) {
        return jdbc.sql("select count(*) from person where user_id = :userId and not active")
                        .param("userId", userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The name of this person, or the user id itself where the directory has none. */
    public String nameOf(String userId) {
        return find(userId).map(Person::name).orElse(userId);
    }

    /** Everyone in a unit, not in the units below it. */
    public List<Person> of(String unitCode) {
        return jdbc.sql(SELECT + "where p.unit_code = :unitCode and p.active order by p.user_id")
                .param("unitCode", unitCode)
                .query(People::persons);
    }

    /** Those who have this role in a unit; each comes with all of their roles. */
    public List<Person> of(String unitCode, Role role) {
        return of(unitCode).stream()
                .filter(person -> person.roles().contains(role))
                .toList();
    }

    /** Everyone, inactive persons too. */
    public List<Person> all() {
        return jdbc.sql(SELECT + "order by p.user_id").query(People::persons);
    }

    private static List<Person> persons(ResultSet rows) throws SQLException {
        List<Person> persons = new ArrayList<>();
        while (rows.next()) {
            Person person = person(rows);
            int last = persons.size() - 1;
            if (last >= 0 && persons.get(last).userId().equals(person.userId())) {
                persons.set(last, merged(persons.get(last), person));
            } else {
                persons.add(person);
            }
        }
        return persons;
    }

    private static Person person(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Person(
                row.getString("user_id"),
                row.getString("unit_code"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                role == null ? Set.of() : Set.of(Role.valueOf(role)),
                row.getBoolean("active"));
    }

    private static Person merged(Person first, Person second) {
        Set<Role> roles = EnumSet.copyOf(first.roles());
        roles.addAll(second.roles());
        return new Person(
                first.userId(),
                first.unitCode(),
                first.name(),
                first.email(),
                first.phone(),
                first.language(),
                roles,
                first.active());
    }
}
