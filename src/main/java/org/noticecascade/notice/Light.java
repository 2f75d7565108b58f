package org.noticecascade.notice;

/** How a unit stands against its due date (红黄绿灯), as the last patrol found it. */
public enum Light {
    GREEN("正常"),
    YELLOW("临近到期"),
    RED("逾期");

    private final String label;

    Light(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
