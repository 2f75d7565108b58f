package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands against ending a unit, or against its return: headquarters never ends, nobody stays below or within a unit
 * that has ended, and what it owes is waived or delivered first.
 */
class UnitEndCheck {
    private final Map<String, Unit> existing = new LinkedHashMap<>();
    private final Map<String, UnitRow> rows = new HashMap<>();
    private final People people;
    private final UnitWork work;
    private final Problems problems;

    UnitEndCheck(Collection<Unit> existing, People people, UnitWork work, Problems problems) {
        existing.forEach(unit -> this.existing.put(unit.code(), unit));
        this.people = people;
        this.work = work;
        this.problems = problems;
    }

    void check(List<UnitRow> all) {
        for (UnitRow row : all) {
            if (row.code() != null) {
                rows.putIfAbsent(row.code(), row);
            }
        }
        rows.forEach((code, row) -> {
            Unit before = existing.get(code);
            boolean after = row.isActive(before);
            if (!after && (before == null || before.active())) {
                checkEnd(code, row);
            } else if (after && row.hasParent() && !isActive(row.parentCode())) {
                problem(
                        row,
                        "上级 %s 已停用。请先恢复上级，或改正上级编码。".formatted(row.parentCode()),
                        "Its superior %s is inactive. Make that one active first, or correct the parent."
                                .formatted(row.parentCode()));
            }
        });
    }

    private void checkEnd(String code, UnitRow row) {
        if (row.level() == Level.HQ) {
            problem(row, "总局不能停用。", "Headquarters cannot become inactive.");
            return;
        }
        long below = existing.values().stream()
                .filter(unit -> !rows.containsKey(unit.code()))
                .filter(unit -> unit.active() && code.equals(unit.parentCode()))
                .count();
        if (below > 0) {
            problem(
                    row,
                    "还有 %d 个在用的下级单位，不能停用。请在同一文件中一并停用或调整下级。".formatted(below),
                    "%d active units stand below it. End or move them in the same file.".formatted(below));
        }
        int persons = existing.containsKey(code) ? people.of(code).size() : 0;
        if (persons > 0) {
            problem(
                    row,
                    "还有 %d 名在用人员，不能停用。请先停用或调走这些人员。".formatted(persons),
                    "%d active persons belong to it. End or move them first.".formatted(persons));
        }
        int open = existing.containsKey(code) ? work.openNotices(code) : 0;
        if (open > 0) {
            problem(
                    row,
                    "还有 %d 份通知未办结，不能停用。请先办结，或由督办员免除（豁免）。".formatted(open),
                    "%d notices still wait for it. Finish them, or let a supervisor waive them first.".formatted(open));
        }
    }

    private boolean isActive(@Nullable String code) {
        UnitRow row = rows.get(code);
        Unit unit = existing.get(code);
        return row != null ? row.isActive(unit) : unit == null || unit.active();
    }

    private void problem(UnitRow row, String chinese, String english) {
        problems.add(row.line(), Column.UNIT_STATUS, row.code() == null ? "" : row.code(), chinese, english);
    }
}
