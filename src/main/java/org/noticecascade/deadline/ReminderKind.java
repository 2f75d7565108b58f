package org.noticecascade.deadline;

/** What a reminder says, from mild to severe; {@link #URGE} is sent by hand. */
public enum ReminderKind {
    DUE_SOON("即将到期"),
    DUE_TODAY("今天到期"),
    OVERDUE("已逾期"),
    URGE("催办");

    private final String label;

    ReminderKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
