package org.noticecascade.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.noticecascade.directory.People;
import org.noticecascade.directory.Person;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is away and who stands in: one deputy per person and day, from the same unit. */
@Repository
public class Deputies {
    private static final String SELECT = "select user_id, deputy_id, from_day, to_day from deputy ";

    private final JdbcClient jdbc;
    private final People people;
    private final StandIns standIns;
    private final Clock clock;
    private final Recording recording;

    Deputies(JdbcClient jdbc, People people, StandIns standIns, Clock clock, Recording recording) {
        this.jdbc = jdbc;
        this.people = people;
        this.standIns = standIns;
        this.clock = clock;
        this.recording = recording;
    }

    /**
     * Names a deputy for a range of days, both included.
     *
     * @throws org.noticecascade.Refusal if the range has passed or is longer than a year, if a deputy is named for a
     *     day of it already, or if the deputy is no active person of the same unit
     */
    @Transactional
    public Deputy name(String userId, String deputyId, LocalDate from, LocalDate to) {
        standIns.lock();
        DeputyRules.check(people.find(userId), people.find(deputyId), from, to, LocalDate.now(clock));
        DeputyRules.checkFree(overlapping(userId, from, to));
        jdbc.sql("insert into deputy (user_id, deputy_id, from_day, to_day) values (:user, :deputy, :from, :to)")
                .param("user", userId)
                .param("deputy", deputyId)
                .param("from", from)
                .param("to", to)
                .update();
        changed(userId, Act.DEPUTY_NAMED, "%s %s 至 %s".formatted(deputyId, from, to));
        return new Deputy(userId, deputyId, from, to);
    }

    /** Takes a deputy back; whether there was one. */
    @Transactional
    public boolean remove(String userId, LocalDate from) {
        standIns.lock();
        boolean removed = jdbc.sql("delete from deputy where user_id = :user and from_day = :from")
                        .param("user", userId)
                        .param("from", from)
                        .update()
                > 0;
        if (removed) {
            changed(userId, Act.DEPUTY_TAKEN_BACK, "自 %s 起".formatted(from));
        }
        return removed;
    }

    private void changed(String userId, Act act, String what) {
        people.find(userId).ifPresent(person -> recording.changed(person, act, what));
    }

    /** The deputies a person has named for today and later, in order. */
    public List<Deputy> of(String userId) {
        return jdbc.sql(SELECT + "where user_id = :user and to_day >= :today order by from_day")
                .param("user", userId)
                .param("today", LocalDate.now(clock))
                .query(Deputies::deputy)
                .list();
    }

    /** For whom this person was named, today and later, in order. */
    public List<Deputy> heldBy(String deputyId) {
        return jdbc.sql(SELECT + "where deputy_id = :deputy and to_day >= :today order by from_day, user_id")
                .param("deputy", deputyId)
                .param("today", LocalDate.now(clock))
                .query(Deputies::deputy)
                .list();
    }

    /** The active colleagues of a person, one of whom may be named; empty for whoever is no active person. */
    public List<Person> candidatesFor(String userId) {
        return people.find(userId).filter(Person::active).stream()
                .flatMap(person -> people.of(person.unitCode()).stream())
                .filter(colleague -> !colleague.userId().equals(userId))
                .toList();
    }

    /** What deputies should hold today: each group of whoever is away, for who acts for them. */
    public Set<StandIn> wantedToday() {
        LocalDate today = LocalDate.now(clock);
        Set<StandIn> wanted = new LinkedHashSet<>();
        jdbc
                .sql("select user_id from deputy where :today between from_day and to_day order by user_id")
                .param("today", today)
                .query(String.class)
                .list()
                .stream()
                .flatMap(absent -> people.find(absent).filter(Person::active).stream())
                .forEach(absent -> actingFor(absent, today)
                        .ifPresent(deputy -> absent.roles()
                                .forEach(role -> wanted.add(new StandIn(
                                        deputy.userId(), absent.userId(), role.groupOf(absent.unitCode()))))));
        return wanted;
    }

    /**
     * Who acts for a person on that day. A deputy who is away as well passes it on.
     *
     * @return empty if the person is not away, if the deputy has left or works elsewhere by now, or if the deputies point in a circle
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
                : people.find(acting)
                        .filter(Person::active)
                        .filter(deputy -> deputy.unitCode().equals(person.unitCode()));
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

    /** Enters what people name and take back, and lets it take effect. */
    @Component
    static class Recording {
        private final Ledger ledger;
        private final ApplicationEventPublisher events;

        Recording(Ledger ledger, ApplicationEventPublisher events) {
            this.ledger = ledger;
            this.events = events;
        }

        void changed(Person absent, Act act, String what) {
            ledger.onUnit(absent.unitCode(), act, absent.userId(), what);
            events.publishEvent(new DeputiesChanged());
        }
    }
}
