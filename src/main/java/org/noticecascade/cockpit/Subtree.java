package org.noticecascade.cockpit;

import java.util.HashMap;
import java.util.Map;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;

/** Everybody below one unit in one notice, as a condition on the assignment table; no walk over the tree. */
record Subtree(String condition, Map<String, Object> values) {
    /** The rows below {@code top}, itself not included. */
    static Subtree below(Assignment top) {
        Map<String, Object> values = new HashMap<>();
        values.put("notice", top.noticeId());
        if (top.depth() == 0) {
            return new Subtree("a.notice_id = :notice and a.depth > 0", values);
        }
        values.put("unit", top.unitCode());
        return new Subtree(
                "a.notice_id = :notice and a.%s = :unit and a.depth > %d"
                        .formatted(Assignments.subtreeColumn(top), top.depth()),
                values);
    }
}
