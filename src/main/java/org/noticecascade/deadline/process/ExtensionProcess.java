package org.noticecascade.deadline.process;

import org.noticecascade.platform.Var;

/** Ids and variables of {@code deadline-extension}; its business key is the unit's. */
public final class ExtensionProcess {
    public static final String KEY = "deadline-extension";
    public static final String DECIDE_EXTENSION = "userTask_decideExtension";

    static final Var<Long> EXTENSION_ID = new Var<>("extensionId", Long.class);

    private ExtensionProcess() {}
}
