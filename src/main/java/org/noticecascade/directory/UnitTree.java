package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All units at one moment, for whoever must climb the hierarchy many times. */
public final class UnitTree {
    private final Map<String, Unit> byCode = new HashMap<>();

    private UnitTree() {}

    /** The tree these units form; superiors among them are found, others count as none. */
    public static UnitTree of(Collection<Unit> units) {
        UnitTree tree = new UnitTree();
        units.forEach(unit -> tree.byCode.put(unit.code(), unit));
        return tree;
    }

    /**
     * The unit with this code.
     *
     * @throws UnknownUnit if there is none
     */
    public Unit get(String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new UnknownUnit(code);
        }
        return unit;
    }

    /** The unit itself and those above it, nearest first. */
    public List<Unit> pathUp(String code) {
        List<Unit> path = new ArrayList<>();
        for (Unit unit = get(code); unit != null; unit = parentOf(unit)) {
            path.add(unit);
        }
        return path;
    }

    /** The province or department this unit belongs to, itself included; empty for headquarters. */
    public Optional<Unit> belowHeadquarters(String code) {
        return pathUp(code).stream().filter(this::isBelowHeadquarters).findFirst();
    }

    /** All provinces and departments. */
    public List<Unit> belowHeadquarters() {
        return byCode.values().stream().filter(this::isBelowHeadquarters).toList();
    }

    private boolean isBelowHeadquarters(Unit unit) {
        Unit parent = parentOf(unit);
        return parent != null && parent.level() == Level.HQ;
    }

    private @Nullable Unit parentOf(Unit unit) {
        return unit.parentCode() == null ? null : byCode.get(unit.parentCode());
    }
}
