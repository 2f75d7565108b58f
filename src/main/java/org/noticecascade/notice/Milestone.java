package org.noticecascade.notice;

/** What the roll-up counts; each is a time in the assignment row. */
public enum Milestone {
    SIGNED("signed_at"),
    PLANNED("planned_at"),
    HELD("held_at"),
    REPORTED("reported_at");

    private final String column;

    Milestone(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
