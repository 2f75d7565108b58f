package org.noticecascade.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is away and who stands in: one deputy per person and day, from the same unit. */
@Repository
public class Deputies {
    private static final String SELECT = "select user_id, deputy_id, from_day, to_day from deputy ";

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Deputies(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Names a deputy for a range of days, both included.
     *
     * @throws org.noticecascade.Refusal if the range has passed or is longer than a year, if a deputy is named for a
     *     day of it already, or if the deputy is no active person of the same unit
     */
    @Transactional
    public Deputy name(String userId, String deputyId, LocalDate from, LocalDate to) {
        jdbc.sql("select user_id from person where user_id = :user for update")
                .param("user", userId)
                .query(String.class)
                .optional();
        DeputyRules.check(people.find(userId), people.find(deputyId), from, to, LocalDate.now(clock));
        DeputyRules.checkFree(overlapping(userId, from, to));
        jdbc.sql("insert into deputy (user_id, deputy_id, from_day, to_day) values (:user, :deputy, :from, :to)")
                .param("user", userId)
                .param("deputy", deputyId)
                .param("from", from)
                .param("to", to)
                .update();
        return new Deputy(userId, deputyId, from, to);
    }

    /** Takes a deputy back; whether there was one. */
    @Transactional
    public boolean remove(String userId, LocalDate from) {
        return jdbc.sql("delete from deputy where user_id = :user and from_day = :from")
                        .param("user", userId)
                        .param("from", from)
                        .update()
                > 0;
    }

    /** The deputies a person has named for today and later, in order. */
    public List<Deputy> of(String userId) {
        return jdbc.sql(SELECT + "where user_id = :user and to_day >= :today order by from_day")
                .param("user", userId)
                .param("today", LocalDate.now(clock))
                .query(Deputies::deputy)
                .list();
    }

    /** Whom this person stands in for on that day, directly. */
    public List<Deputy> heldBy(String deputyId, LocalDate day) {
        return jdbc.sql(SELECT + "where deputy_id = :deputy and :day between from_day and to_day order by user_id")
                .param("deputy", deputyId)
                .param("day", day)
                .query(Deputies::deputy)
                .list();
    }

    /**
     * Who acts for a person on that day. A deputy who is away as well passes it on.
     *
     * @return empty if the person is not away, if the deputy has left, or if the deputies point in a circle
     */
    public Optional<Person> actingFor(Person person, LocalDate day) {
        Set<String> seen = new HashSet<>(Set.of(person.userId()));
        String acting = person.userId();
        for (Optional<String> next = deputyOf(acting, day); next.isPresent(); next = deputyOf(acting, day)) {
            acting = next.get();
            if (!seen.add(acting)) {
                return Optional.empty();
            }
        }
        return acting.equals(person.userId())
                ? Optional.empty()
                : people.find(acting).filter(Person::active);
    }

    private Optional<String> deputyOf(String userId, LocalDate day) {
        return jdbc.sql("select deputy_id from deputy where user_id = :user and :day between from_day and to_day")
                .param("user", userId)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    private List<Deputy> overlapping(String userId, LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + "where user_id = :user and from_day <= :to and to_day >= :from")
                .param("user", userId)
                .param("from", from)
                .param("to", to)
                .query(Deputies::deputy)
                .list();
    }

    private static Deputy deputy(ResultSet row, int number) throws SQLException {
        return new Deputy(
                row.getString("user_id"),
                row.getString("deputy_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
