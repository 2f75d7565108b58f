package org.noticecascade.cockpit.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Access;
import org.springframework.stereotype.Component;

/** The way down to a unit, from the highest one the current user watches. */
@Component
class Paths {
    private final Units units;
    private final Access access;

    Paths(Units units, Access access) {
        this.units = units;
        this.access = access;
    }

    record Step(String code, String name) {}

    /** The unit itself comes last. */
    List<Step> to(String unitCode) {
        List<Step> path = new ArrayList<>();
        boolean all = access.seesAll();
        List<String> own = access.ownUnits();
        List<Unit> upwards = new ArrayList<>(List.of(units.get(unitCode)));
        upwards.addAll(units.ancestorsOf(unitCode));
        for (Unit unit : upwards) {
            path.add(new Step(unit.code(), unit.name()));
            if (!all && own.contains(unit.code())) {
                break;
            }
        }
        Collections.reverse(path);
        return path;
    }
}
