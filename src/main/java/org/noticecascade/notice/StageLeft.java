package org.noticecascade.notice;

/**
 * A unit has left a stage: it handed in, was returned, went on or was given more time. Published in the transaction
 * of the act; whatever was under way because of that stage ends.
 *
 * @param stage the stage it left
 * @param round the round of that stage, see {@link Assignment#round}
 */
public record StageLeft(long assignmentId, Stage stage, int round) {

    /** Leaving the stage that {@code unit} was in when it was read. */
    public static StageLeft of(Assignment unit) {
        return new StageLeft(unit.id(), unit.stage(), unit.round());
    }
}
