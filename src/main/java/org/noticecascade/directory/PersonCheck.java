package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Second pass over persons: units that exist, ids used once, one lead per unit with the directory counted in. */
class PersonCheck {
    private final Map<String, Boolean> units;
    private final Map<String, Person> existing = new HashMap<>();
    private final Problems problems;
    private final Map<String, PersonRow> rows = new LinkedHashMap<>();

    /** @param units whether each is active, by code */
    PersonCheck(Map<String, Boolean> units, Collection<Person> existing, Problems problems) {
        this.units = units;
        existing.forEach(person -> this.existing.put(person.userId(), person));
        this.problems = problems;
    }

    void check(List<PersonRow> all) {
        all.forEach(row -> {
            checkUnit(row);
            place(row);
        });
        checkLeads();
    }

    private void checkUnit(PersonRow row) {
        if (row.unitCode() == null) {
            return;
        }
        Boolean active = units.get(row.unitCode());
        if (active != null && !active && isActive(row)) {
            problems.add(
                    row.line(),
                    Column.PERSON_UNIT,
                    row.unitCode(),
                    "单位 %s 已停用，不能有在用人员。请改正编码，或先恢复该单位。".formatted(row.unitCode()),
                    "Unit %s is inactive and cannot have active persons. Correct the code, or make the unit active first."
                            .formatted(row.unitCode()));
        } else if (active == null) {
            problems.add(
                    row.line(),
                    Column.PERSON_UNIT,
                    row.unitCode(),
                    "没有编码为 %s 的单位。请改正编码，或先导入该单位。".formatted(row.unitCode()),
                    "There is no unit %s. Correct the code, or import the unit first.".formatted(row.unitCode()));
        }
    }

    private void place(PersonRow row) {
        PersonRow first = row.userId() == null ? null : rows.putIfAbsent(row.userId(), row);
        if (first != null) {
            problems.add(
                    row.line(),
                    Column.USER_ID,
                    first.userId() + "",
                    "用户名 %s 重复，第 %d 行已有。请合并为一行或改正用户名。".formatted(first.userId(), first.line()),
                    "User id %s is a duplicate of row %d. Merge the rows or correct the id."
                            .formatted(first.userId(), first.line()));
        }
    }

    private void checkLeads() {
        Map<String, String> leads = new HashMap<>();
        existing.values().stream()
                .filter(person -> person.active() && person.roles().contains(Role.LEAD))
                .filter(person -> !rows.containsKey(person.userId()))
                .forEach(person -> leads.put(person.unitCode(), person.userId()));
        for (PersonRow row : rows.values()) {
            if (row.unitCode() == null || row.userId() == null || !row.roles().contains(Role.LEAD) || !isActive(row)) {
                continue;
            }
            String other = leads.putIfAbsent(row.unitCode(), row.userId());
            if (other != null) {
                twoLeads(row, row.unitCode(), other);
            }
        }
    }

    private boolean isActive(PersonRow row) {
        return row.isActive(row.userId() == null ? null : existing.get(row.userId()));
    }

    private void twoLeads(PersonRow row, String unitCode, String other) {
        problems.add(
                row.line(),
                Column.ROLE,
                Role.LEAD.label(),
                "单位 %s 只能有一个负责人，已有 %s。请去掉其中一人的负责人角色，或将其停用。".formatted(unitCode, other),
                "Unit %s can have only one lead, and %s is it. Take the role from one of the two, or make one inactive."
                        .formatted(unitCode, other));
    }
}
