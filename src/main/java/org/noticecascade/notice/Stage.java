package org.noticecascade.notice;

/** Where a unit stands in one notice. */
public enum Stage {
    RECEIPT("签收"),
    PLAN("工作方案"),
    STUDY("学习活动"),
    /** The unit has handed in; its superior decides. */
    REVIEW("待上级审核"),
    /** Nothing to do for the unit itself: it waits for its subordinates. */
    WAITING("等待下级"),
    REPORT("落实情况报告"),
    DELIVERED("已办结"),
    /** The notice was closed before the unit reported. */
    MISSED("到期未报"),
    /** The superior excused the unit, with a reason. */
    WAIVED("免予办理");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the superior still waits for this unit. */
    public boolean isOpen() {
        return this != DELIVERED && this != MISSED && this != WAIVED;
    }

    /** Whether it is the unit's own turn, with a due date of its own. */
    public boolean isOwnWork() {
        return this == RECEIPT || this == PLAN || this == STUDY || this == REPORT;
    }
}
