package org.noticecascade.cockpit;

import java.util.HashMap;
import java.util.Map;
import org.noticecascade.notice.Assignment;

/** Everybody below one unit in one notice, as a condition on the assignment table; no walk over the tree. */
record Subtree(String condition, Map<String, Object> values) {
    /** How deep the table keeps the codes of the units above: nobody is below that. */
    static final int DEEPEST = 4;

    /** The rows below {@code top}, itself not included. */
    static Subtree below(Assignment top) {
        Map<String, Object> values = new HashMap<>();
        values.put("notice", top.noticeId());
        if (top.depth() == 0) {
            return new Subtree("a.notice_id = :notice and a.depth > 0", values);
        }
        values.put("unit", top.unitCode());
        return new Subtree(
                "a.notice_id = :notice and a.anc%1$d = :unit and a.depth > %1$d".formatted(top.depth()), values);
    }
}
