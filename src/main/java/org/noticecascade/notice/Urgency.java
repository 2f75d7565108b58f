package org.noticecascade.notice;

/** How much time a notice leaves, as written on it (紧急程度). */
public enum Urgency {
    NORMAL("平件", 50),
    URGENT("急件", 60),
    EXTRA("特急", 70);

    private final String label;
    private final int priority;

    Urgency(String label, int priority) {
        this.label = label;
        this.priority = priority;
    }

    public String label() {
        return label;
    }

    /** The priority of its tasks in the engine; 50 is the engine's default. */
    public int priority() {
        return priority;
    }
}
