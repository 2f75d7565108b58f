package org.noticecascade.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportResult;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Three invented persons, one per role, for headquarters, its departments and every unit of the demo provinces. */
@Component
@Profile("demo")
class DemoPersons {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";

    private final Units units;
    private final DirectoryImport directory;

    DemoPersons(Units units, DirectoryImport directory) {
        this.units = units;
        this.directory = directory;
    }

    /** The user id of a unit's person, for example {@code u310000staff}. */
    static String userId(String unitCode, Role role) {
        return "u" + unitCode + role.name().toLowerCase(Locale.ROOT);
    }

    /** Imports what is missing and returns the units that have demo persons. */
    List<Unit> load(List<String> provinces) {
        List<Unit> staffed = new ArrayList<>();
        Unit headquarters = units.headquarters();
        staffed.add(headquarters);
        for (Unit unit : units.childrenOf(headquarters.code())) {
            if (unit.level() == Level.DEPARTMENT) {
                staffed.add(unit);
            } else if (provinces.contains(unit.code())) {
                addSubtree(unit, staffed);
            }
        }
        ImportResult result = directory.run(
                "demo-persons.csv", csv(staffed).getBytes(StandardCharsets.UTF_8), false, (stage, done, total) -> {});
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("The demo persons cannot be imported: " + result.problems());
        }
        return staffed;
    }

    private void addSubtree(Unit unit, List<Unit> staffed) {
        staffed.add(unit);
        units.childrenOf(unit.code()).forEach(child -> addSubtree(child, staffed));
    }

    private static String csv(List<Unit> staffed) {
        StringBuilder csv = new StringBuilder("user_id,unit_code,name,role,email,phone,language\n");
        int person = 0;
        for (Unit unit : staffed) {
            for (Role role : Role.values()) {
                String id = userId(unit.code(), role);
                char surname = SURNAMES.charAt(person++ % SURNAMES.length());
                csv.append("%s,%s,%s演示%s,%s,%s@example.org,000-00000000,zh\n"
                        .formatted(id, unit.code(), surname, role.label().charAt(0), role.label(), id));
            }
        }
        return csv.toString();
    }
}
