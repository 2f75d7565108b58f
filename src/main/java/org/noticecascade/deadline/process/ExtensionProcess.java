package org.noticecascade.deadline.process;

/** Ids of {@code deadline-extension}; its business key is the unit's. */
public final class ExtensionProcess {
    public static final String KEY = "deadline-extension";
    public static final String DECIDE_EXTENSION = "userTask_decideExtension";

    private ExtensionProcess() {}
}
