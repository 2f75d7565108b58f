package org.noticecascade.notice;

/** The life of a notice at headquarters. */
public enum NoticeStatus {
    DRAFT("起草"),
    SIGNING("待签发"),
    ISSUED("已印发"),
    CLOSED("已审定"),
    ARCHIVED("已归档");

    private final String label;

    NoticeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
