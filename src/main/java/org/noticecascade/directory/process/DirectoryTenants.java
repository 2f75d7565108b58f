package org.noticecascade.directory.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Unit;
import org.noticecascade.directory.Units;
import org.noticecascade.directory.process.EngineGroups.UnitRole;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tenants as the directory of units has them, by the same rule as {@link EngineTenants}, without rows of the engine. */
@Component
class DirectoryTenants {
    private final Units units;

    DirectoryTenants(@Lazy Units units) {
        this.units = units;
    }

    /** One per unit directly below headquarters. */
    List<Tenant> all() {
        Optional<Unit> headquarters =
                units.search(null, Level.HQ, null, 0, 1).stream().findFirst();
        return headquarters.stream()
                .flatMap(unit -> units.childrenOf(unit.code()).stream())
                .map(DirectoryTenants::tenant)
                .toList();
    }

    /** Those the units of these groups stand in; groups of nobody's unit have none. */
    List<Tenant> of(Collection<String> groupIds) {
        Map<String, Tenant> found = new LinkedHashMap<>();
        groupIds.stream()
                .flatMap(id -> EngineGroups.read(id).stream())
                .map(UnitRole::unitCode)
                .distinct()
                .flatMap(code -> units.find(code).stream())
                .flatMap(this::of)
                .forEach(tenant -> found.put(tenant.getId(), tenant));
        return List.copyOf(found.values());
    }

    private Stream<Tenant> of(Unit unit) {
        if (unit.level() == Level.HQ) {
            return all().stream();
        }
        List<Unit> above = units.ancestorsOf(unit.code());
        Unit province = above.size() < 2 ? unit : above.get(above.size() - 2);
        return Stream.of(tenant(province));
    }

    private static Tenant tenant(Unit unit) {
        Tenant tenant = new TenantEntity(unit.code());
        tenant.setName(unit.name());
        return tenant;
    }
}
