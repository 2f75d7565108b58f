package org.noticecascade.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.springframework.stereotype.Component;

/**
 * What the current user may see and change of notices and assignments: their own unit and everything below it.
 *
 * <p>What may not be seen is answered as if it did not exist.
 */
@Component
public class Access {
    private final CurrentUser user;
    private final Units units;
    private final Assignments assignments;

    Access(CurrentUser user, Units units, Assignments assignments) {
        this.user = user;
        this.units = units;
        this.assignments = assignments;
    }

    /** Codes of the units the current user works in. */
    public List<String> ownUnits() {
        return user.groups().stream()
                .flatMap(group -> Role.unitOf(group).stream())
                .distinct()
                .toList();
    }

    /** Whether the current user works in that unit itself, in whatever role. */
    public boolean worksIn(String unitCode) {
        return ownUnits().contains(unitCode);
    }

    public boolean hasRole(String unitCode, Role role) {
        return user.groups().contains(role.groupOf(unitCode));
    }

    /** Whether everything may be seen: headquarters and administrators. */
    public boolean seesAll() {
        return user.isAdministrator()
                || ownUnits().contains(units.headquarters().code());
    }

    public boolean maySee(String unitCode) {
        return seesAll() || ownUnits().stream().anyMatch(own -> units.isWithin(unitCode, own));
    }

    /** Whether the current user works in a unit above that one, headquarters included. */
    public boolean worksAbove(String unitCode) {
        return ownUnits().stream().anyMatch(own -> !own.equals(unitCode) && units.isWithin(unitCode, own));
    }

    /** Whether the current user is supervisor of the unit directly above that one, or of headquarters. */
    public boolean supervises(String unitCode) {
        String superior = units.get(unitCode).parentCode();
        return superior != null
                && (hasRole(superior, Role.SUPERVISOR)
                        || hasRole(units.headquarters().code(), Role.SUPERVISOR));
    }

    /** Whether the current user is staff of the unit directly above that one, who review what it hands in. */
    public boolean reviews(String unitCode) {
        String superior = units.get(unitCode).parentCode();
        return superior != null && hasRole(superior, Role.STAFF);
    }

    /**
     * Returns the assignment if the current user may see it.
     *
     * @throws Refusal the same for one that does not exist and one that is hidden
     */
    public Assignment visible(long assignmentId) {
        Assignment assignment = assignments.get(assignmentId);
        if (!maySee(assignment.unitCode())) {
            throw Refusal.notFound("没有编号为 %d 的任务。".formatted(assignmentId), "No assignment " + assignmentId);
        }
        return assignment;
    }

    /**
     * Returns a unit's part in the notice if the current user may see it.
     *
     * @param unitCode {@code null} for headquarters, or the caller's own unit
     * @throws Refusal the same for a unit or notice that does not exist, has no part in it, or is hidden
     */
    public Assignment part(long noticeId, @Nullable String unitCode) {
        requireNotice(noticeId);
        String wanted = unitCode == null ? topUnit(noticeId) : unitCode;
        return assignments
                .find(noticeId, wanted)
                .filter(found -> maySee(wanted))
                .orElseThrow(() -> Refusal.notFound(
                        "单位“%s”不在该通知中。".formatted(wanted), "Unit '%s' has no part in the notice.".formatted(wanted)));
    }

    private String topUnit(long noticeId) {
        return seesAll()
                ? units.headquarters().code()
                : ownUnits().stream()
                        .filter(own -> assignments.find(noticeId, own).isPresent())
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether the user may see the notice, if there is one: headquarters always, others once they have a part in it. */
    public boolean seesNotice(long noticeId) {
        return seesAll()
                || ownUnits().stream()
                        .anyMatch(own -> assignments.find(noticeId, own).isPresent());
    }

    /**
     * Requires that the user may see the notice: headquarters always, others once their unit has a part in it.
     *
     * @throws Refusal the same for one that does not exist and one that is hidden
     */
    public void requireNotice(long noticeId) {
        if (!seesNotice(noticeId)) {
            throw Refusal.notFound("没有编号为 %d 的通知。".formatted(noticeId), "No notice " + noticeId);
        }
    }

    /**
     * Requires staff of headquarters, who draft notices.
     *
     * @throws Refusal for everybody else
     */
    public void requireHeadquartersStaff() {
        if (!hasRole(units.headquarters().code(), Role.STAFF)) {
            throw Refusal.forbidden("只有总局经办人可以起草通知。", "Only staff of headquarters draft notices.");
        }
    }
}
