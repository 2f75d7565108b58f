package org.noticecascade.deadline;

/** What a superior's supervisor may do about an overdue stage. */
public enum Measure {
    URGE("催办"),
    EXTEND("延长时限"),
    WAIVE("免予办理");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
