package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Second pass over persons: units that exist, ids used once, one lead per unit with the directory counted in. */
class PersonCheck {
    private final Set<String> unitCodes;
    private final Collection<Person> existing;
    private final Problems problems;
    private final Map<String, PersonRow> rows = new LinkedHashMap<>();

    PersonCheck(Set<String> unitCodes, Collection<Person> existing, Problems problems) {
        this.unitCodes = unitCodes;
        this.existing = existing;
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
        if (row.unitCode() != null && !unitCodes.contains(row.unitCode())) {
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
        existing.stream()
                .filter(person -> person.active() && person.roles().contains(Role.LEAD))
                .filter(person -> !rows.containsKey(person.userId()))
                .forEach(person -> leads.put(person.unitCode(), person.userId()));
        for (PersonRow row : rows.values()) {
            if (row.unitCode() == null || row.userId() == null || !row.roles().contains(Role.LEAD)) {
                continue;
            }
            String other = leads.putIfAbsent(row.unitCode(), row.userId());
            if (other != null) {
                twoLeads(row, row.unitCode(), other);
            }
        }
    }

    private void twoLeads(PersonRow row, String unitCode, String other) {
        problems.add(
                row.line(),
                Column.ROLE,
                Role.LEAD.label(),
                "单位 %s 只能有一个负责人，已有 %s。请去掉其中一人的负责人角色。".formatted(unitCode, other),
                "Unit %s can have only one lead, and %s is it. Take the role from one of the two."
                        .formatted(unitCode, other));
    }
}
