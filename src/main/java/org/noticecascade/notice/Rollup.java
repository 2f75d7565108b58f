package org.noticecascade.notice;

import java.util.List;

/**
 * How far the units below one unit are, all levels together.
 *
 * @param unitsTotal units with a part in the notice, the unit itself not counted
 * @param planned of {@code toPlan}, whose plan was accepted
 * @param held of {@code toHold}, whose study session was confirmed
 * @param waived units excused by their superior; neither open nor reported
 * @param participants sum over the confirmed sessions
 */
public record Rollup(
        int unitsTotal,
        int signed,
        int toPlan,
        int planned,
        int toHold,
        int held,
        int reported,
        long participants,
        int waived) {
    static final Rollup NONE = new Rollup(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Units that should report and have not. */
    public int missing() {
        return unitsTotal - reported - waived;
    }

    /** A unit that has not reported. */
    public record Missing(String code, String name, Stage stage) {
        public String stageLabel() {
            return stage.label();
        }
    }

    /** The roll-up with the first units that are missing, and the first that were waived, in code order. */
    public record WithMissing(Rollup counts, long missingTotal, List<Missing> missing, List<Missing> waived) {}
}
