package org.noticecascade.cockpit.web;

import org.jspecify.annotations.Nullable;
import org.noticecascade.cockpit.Filter;
import org.noticecascade.cockpit.Filter.Waits;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;

/**
 * What the board is asked for, as parameters of the address.
 *
 * @param parent code of the unit whose subtree is shown; by default headquarters, or the caller's own unit
 * @param text part of the name or beginning of the code
 * @param open only units that are (not) finished
 * @param waits only units whose superior has to decide on an extension or an escalation
 */
record Wanted(
        @Nullable String parent,
        @Nullable String text,
        @Nullable Light light,
        @Nullable Stage stage,
        @Nullable Level level,
        @Nullable Boolean open,
        @Nullable Waits waits) {

    @Nullable
    String parentCode() {
        return parent == null || parent.isBlank() ? null : parent;
    }

    Filter filter() {
        return new Filter(text, light, stage, level, open, waits);
    }
}
