package org.noticecascade.study;

import java.util.Arrays;
import java.util.Optional;

/** How a unit studies a notice; the four forms the notice itself names. */
public enum SessionForm {
    GROUP("中心组学习"),
    MEETING("座谈会"),
    LECTURE("报告会"),
    SELF_STUDY("自学");

    private final String label;

    SessionForm(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The form with that Chinese label, as the screens send it. */
    public static Optional<SessionForm> labelled(String label) {
        return Arrays.stream(values()).filter(form -> form.label.equals(label)).findFirst();
    }
}
