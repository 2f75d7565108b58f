package org.noticecascade.benchmarks.people;

import java.util.Set;

/**
 * Which open tasks are worked on.
 *
 * @param condition on task {@code t} and candidate {@code l}, in SQL
 * @param keys of those tasks in the models; empty for all
 */
record Scope(String condition, Set<String> keys) {
    static final Scope ALL = new Scope("1 = 1", Set.of());

    /** What has to be done above the townships until every township has its receipt to sign. */
    static final Scope OPENING = new Scope(
            "t.task_def_key_ in ('userTask_signReceipt', 'userTask_draftPlan', 'userTask_approvePlan', 'userTask_reviewPlan')"
                    + " and length(l.group_id_) <= 12",
            Set.of("userTask_signReceipt", "userTask_draftPlan", "userTask_approvePlan", "userTask_reviewPlan"));

    boolean has(String key) {
        return keys.isEmpty() || keys.contains(key);
    }
}
