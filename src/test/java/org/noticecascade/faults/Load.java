package org.noticecascade.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One notice whose every unit is late, and the people who hear of it; knows by itself, without the service's queries,
 * who that is (the rows of {@code escalation-policy.dmn} for odd days from the third on).
 */
final class Load {
    static final String HQ = "000000";
    private static final Set<String> LEVELS = Set.of("HQ", "PROVINCE", "PREFECTURE", "COUNTY");
    private static final List<String> ROLES = List.of("STAFF", "LEAD", "SUPERVISOR");

    private final Map<String, UnitRow> units = new HashMap<>();
    private final Map<String, List<PersonRow>> persons = new HashMap<>();

    /** @param late working days past its due date */
    record UnitRow(String code, String parent, String level, int late) {}

    record PersonRow(String id, String unit, List<String> roles) {
        String address() {
            return id + "@example.org";
        }
    }

    /**
     * Puts the rows.
     *
     * @param provinces beginnings of codes; none for the whole country
     * @param mixed whether half of the units are late by one day more
     */
    static Load into(Database database, LocalDate today, List<String> provinces, boolean mixed) {
        Load load = new Load();
        database
                .sql()
                .sql("select code, parent_code, level from unit where active order by code")
                .query((row, number) -> new UnitRow(
                        row.getString(1), row.getString(2), row.getString(3), mixed && number % 2 == 0 ? 4 : 3))
                .list()
                .stream()
                .filter(unit -> LEVELS.contains(unit.level()))
                .filter(unit -> provinces.isEmpty()
                        || unit.code().equals(HQ)
                        || provinces.stream().anyMatch(unit.code()::startsWith))
                .forEach(load::add);
        if (load.units.size() < 100) {
            throw new IllegalStateException("Only %d units: was the directory filled?".formatted(load.units.size()));
        }
        new LoadRows(database, today).insert(load);
        return load;
    }

    private void add(UnitRow unit) {
        units.put(unit.code(), unit);
        boolean large = unit.level().equals("HQ") || unit.level().equals("PROVINCE");
        List<PersonRow> people = new ArrayList<>();
        if (large) {
            ROLES.forEach(role ->
                    people.add(new PersonRow(role.toLowerCase(Locale.ROOT) + unit.code(), unit.code(), List.of(role))));
        } else {
            people.add(new PersonRow("person" + unit.code(), unit.code(), ROLES));
        }
        persons.put(unit.code(), people);
    }

    List<UnitRow> units() {
        return List.copyOf(units.values());
    }

    List<PersonRow> persons() {
        return persons.values().stream().flatMap(List::stream).toList();
    }

    /** Addresses of those who get a digest on a day {@code later} than the load was put. */
    Set<String> digestsTo(int later) {
        Set<String> addresses = new TreeSet<>();
        units.values()
                .forEach(unit -> reminded(unit, unit.late() + later)
                        .forEach(target ->
                                of(target.unit(), target.role()).forEach(person -> addresses.add(person.address()))));
        if (later == 0) {
            addresses.addAll(escalatedTo());
        }
        return addresses;
    }

    /** Addresses of those whose unit has to handle an escalation: all begin with the first patrol. */
    private Set<String> escalatedTo() {
        Set<String> addresses = new TreeSet<>();
        units.values().stream()
                .filter(unit -> !unit.code().equals(HQ))
                .forEach(unit -> of(unit.parent(), "SUPERVISOR").forEach(person -> addresses.add(person.address())));
        return addresses;
    }

    /** Reminders written on that day. */
    long reminders(int later) {
        return units.values().stream()
                .mapToLong(unit -> reminded(unit, unit.late() + later).size())
                .sum();
    }

    /** Units that have a superior. */
    long escalations() {
        return units.size() - 1L;
    }

    private record Target(String unit, String role) {}

    private static Set<Target> reminded(UnitRow unit, int late) {
        if (late < 3 || late % 2 == 0) {
            return Set.of();
        }
        List<Target> targets =
                new ArrayList<>(List.of(new Target(unit.code(), "STAFF"), new Target(unit.code(), "LEAD")));
        if (unit.code().equals(HQ) || late >= 5) {
            targets.add(new Target(HQ, "SUPERVISOR"));
        }
        if (!unit.code().equals(HQ)) {
            targets.add(new Target(unit.parent(), "SUPERVISOR"));
        }
        return new HashSet<>(targets);
    }

    private List<PersonRow> of(String unit, String role) {
        return persons.get(unit).stream()
                .filter(person -> person.roles().contains(role))
                .toList();
    }
}
