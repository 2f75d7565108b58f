package org.noticecascade.desk.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Access;
import org.noticecascade.platform.CalledByModels;
import org.springframework.stereotype.Component;

/**
 * What the shared filters ask while they run, as {@code ${filterTerms...}}: nothing is stored per task, so a filter is
 * right as soon as a due date moves or a day passes.
 */
@Component
public class FilterTerms {
    private final Access access;
    private final DueLights lights;
    private final Clock clock;

    FilterTerms(Access access, DueLights lights, Clock clock) {
        this.access = access;
        this.lights = lights;
        this.clock = clock;
    }

    /** The groups of all roles in the units the current user works in; never empty, which the engine would refuse. */
    @CalledByModels
    public List<String> unitGroups() {
        List<String> groups = access.ownUnits().stream()
                .flatMap(unit -> Arrays.stream(Role.values()).map(role -> role.groupOf(unit)))
                .toList();
        return groups.isEmpty() ? List.of("none") : groups;
    }

    /** The current user's own groups; never empty. */
    @CalledByModels
    public List<String> ownGroups() {
        List<String> groups = access.ownUnits().stream()
                .flatMap(unit -> Stream.of(Role.values())
                        .filter(role -> access.hasRole(unit, role))
                        .map(role -> role.groupOf(unit)))
                .toList();
        return groups.isEmpty() ? List.of("none") : groups;
    }

    /** Whatever is due before this moment is overdue. */
    @CalledByModels
    public Date overdueBefore() {
        return startOf(lights.firstDayInTime());
    }

    /** Whatever is due before this moment, and not overdue, is due soon. */
    @CalledByModels
    public Date soonBefore() {
        return startOf(lights.lastDayOfYellow().plusDays(1));
    }

    private Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
