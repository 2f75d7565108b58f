package org.noticecascade.directory.web;

import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;

/** A unit as HTTP shows it. */
record UnitView(String code, @Nullable String parentCode, String name, Level level, String levelLabel, boolean active) {

    static UnitView of(Unit unit) {
        return new UnitView(
                unit.code(),
                unit.parentCode(),
                unit.name(),
                unit.level(),
                unit.level().label(),
                unit.active());
    }
}
