package org.noticecascade.deadline;

import java.util.ArrayList;
import java.util.List;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.Stage;

/**
 * Whom a reminder is for, as a column of {@code assignment a}, its superior {@code p} and that one's superior {@code g}.
 *
 * @param unit an SQL expression for the unit's code, null where there is none
 */
record Target(String unit, Role role) {
    private static final String HEADQUARTERS = "(select u.code from unit u where u.level = 'HQ')";

    /** In the stage REVIEW it is the superior's turn, else the unit's own. */
    static List<Target> of(Verdict verdict, Stage stage) {
        boolean review = stage == Stage.REVIEW;
        String acting = review ? "p.unit_code" : "a.unit_code";
        List<Target> targets = new ArrayList<>();
        add(targets, verdict.toStaff(), acting, Role.STAFF);
        add(targets, verdict.toLead(), acting, Role.LEAD);
        add(targets, verdict.toSuperior(), review ? "g.unit_code" : "p.unit_code", Role.SUPERVISOR);
        add(targets, verdict.toHeadquarters(), HEADQUARTERS, Role.SUPERVISOR);
        return targets;
    }

    private static void add(List<Target> targets, boolean wanted, String unit, Role role) {
        if (wanted) {
            targets.add(new Target(unit, role));
        }
    }
}
