package org.noticecascade.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Second pass over units: what the hierarchy would look like with the file on top of the directory. */
class UnitGraphCheck {

    private record Node(
            @Nullable String parentCode, @Nullable Level level) {}

    private final Map<String, UnitRow> rows = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Collection<Unit> existing;
    private final CaseTwins twins;
    private final Problems problems;

    UnitGraphCheck(Collection<Unit> existing, Problems problems) {
        this.existing = existing;
        this.twins = new CaseTwins(existing.stream().map(Unit::code).toList());
        this.problems = problems;
        existing.forEach(unit -> nodes.put(unit.code(), new Node(unit.parentCode(), unit.level())));
    }

    void check(List<UnitRow> all) {
        all.forEach(this::place);
        Set<String> circular = new Cycles(code -> parentOf(code)).among(rows.keySet());
        rows.forEach((code, row) -> {
            if (circular.contains(code)) {
                cycle(row);
            } else {
                checkParent(row);
            }
        });
        checkExistingChildren();
        checkSingleHeadquarters();
    }

    private void place(UnitRow row) {
        if (row.code() == null) {
            return;
        }
        checkCase(row, row.code());
        UnitRow first = rows.putIfAbsent(row.code(), row);
        if (first == null) {
            nodes.put(row.code(), new Node(row.hasParent() ? row.parentCode() : null, row.level()));
        } else {
            problems.add(
                    row.line(),
                    Column.CODE,
                    row.code(),
                    "编码 %s 重复，第 %d 行已有。请删去一行或改正编码。".formatted(row.code(), first.line()),
                    "Code %s is a duplicate of row %d. Delete one of them or correct the code."
                            .formatted(row.code(), first.line()));
        }
    }

    /** The ids of a unit's groups would differ in case only. */
    private void checkCase(UnitRow row, String code) {
        twins.of(code)
                .ifPresent(twin -> problems.add(
                        row.line(),
                        Column.CODE,
                        code,
                        "编码 %s 与 %s 只有大小写不同。请改用同一写法，或改正编码。".formatted(code, twin),
                        "Code %s differs from %s in case only. Spell it alike, or correct the code."
                                .formatted(code, twin)));
    }

    private void checkParent(UnitRow row) {
        if (row.parentCode() == null) {
            return;
        }
        Node parent = nodes.get(row.parentCode());
        if (row.hasParent() && parent == null) {
            unknownParent(row, row.parentCode());
        } else if (row.level() == null || (parent != null && parent.level() == null)) {
            return; // the level itself is refused already
        } else if (parent == null && row.level() != Level.HQ) {
            noParent(row, row.level());
        } else if (parent != null && parent.level() != null && !row.level().mayBeUnder(parent.level())) {
            wrongLevel(row, row.level(), row.parentCode(), parent.level());
        }
    }

    /** A unit that changes its level may leave units below it, which the file does not name, at a wrong one. */
    private void checkExistingChildren() {
        for (Unit child : existing) {
            UnitRow row = child.parentCode() == null ? null : rows.get(child.parentCode());
            if (row == null || row.level() == null || rows.containsKey(child.code())) {
                continue;
            }
            if (!child.level().mayBeUnder(row.level())) {
                problems.add(
                        row.line(),
                        Column.LEVEL,
                        row.level().label(),
                        "不能改为%s：它的下级 %s（%s）会处于错误的层级。请在同一文件中一并调整下级。"
                                .formatted(
                                        row.level().label(),
                                        child.code(),
                                        child.level().label()),
                        "Cannot become %s: %s (%s) below it would be at a wrong level. Change it in the same file."
                                .formatted(row.level(), child.code(), child.level()));
            }
        }
    }

    private void checkSingleHeadquarters() {
        Set<String> headquarters = new LinkedHashSet<>();
        existing.stream()
                .map(Unit::code)
                .filter(code -> levelOf(code) == Level.HQ)
                .forEach(headquarters::add);
        for (UnitRow row : rows.values()) {
            if (row.level() == Level.HQ
                    && headquarters.add(Objects.requireNonNull(row.code()))
                    && headquarters.size() > 1) {
                String first = headquarters.iterator().next();
                problems.add(
                        row.line(),
                        Column.LEVEL,
                        row.level().label(),
                        "总局只能有一个，已有 %s。请改正层级。".formatted(first),
                        "There can be only one headquarters, and %s is it. Correct the level.".formatted(first));
            }
        }
    }

    private @Nullable String parentOf(String code) {
        Node node = nodes.get(code);
        return node == null ? null : node.parentCode();
    }

    private @Nullable Level levelOf(String code) {
        Node node = nodes.get(code);
        return node == null ? null : node.level();
    }

    private void cycle(UnitRow row) {
        parentProblem(
                row,
                "上级形成循环：%s 最终是它自己的上级。请改正上级编码。".formatted(row.code()),
                "The superiors form a cycle: %s ends up above itself. Correct the parent.".formatted(row.code()));
    }

    private void unknownParent(UnitRow row, String parent) {
        parentProblem(
                row,
                "上级 %s 不存在：文件和单位目录中都没有。请改正编码，或在文件中补上该上级。".formatted(parent),
                "Parent %s is unknown: neither the file nor the directory has it. Correct the code or add the parent."
                        .formatted(parent));
    }

    private void noParent(UnitRow row, Level level) {
        parentProblem(
                row,
                "%s单位必须有上级，只有总局没有。请填写上级编码。".formatted(level.label()),
                "A %s needs a parent; only headquarters has none. Fill in the parent.".formatted(level));
    }

    private void wrongLevel(UnitRow row, Level level, String parent, Level above) {
        problems.add(
                row.line(),
                Column.LEVEL,
                level.label(),
                "层级不对：%s单位不能直接设在%s单位 %s 之下。请改正层级或上级编码。".formatted(level.label(), above.label(), parent),
                "Wrong level: a %s cannot stand directly below %s, a %s. Correct the level or the parent."
                        .formatted(level, parent, above));
    }

    private void parentProblem(UnitRow row, String chinese, String english) {
        problems.add(
                row.line(), Column.PARENT_CODE, Objects.requireNonNullElse(row.parentCode(), ""), chinese, english);
    }
}
