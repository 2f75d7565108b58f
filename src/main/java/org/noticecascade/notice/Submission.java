package org.noticecascade.notice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a unit hands in.
 *
 * @param approvedBy the unit's own lead
 * @param decidedBy who accepted it at the superior unit, or who returned it
 * @param returnReason why it was returned; the version after it starts as a copy
 * @param revision how often its draft has been changed
 */
public record Submission(
        long id,
        long assignmentId,
        Kind kind,
        int version,
        Status status,
        @Nullable String submittedBy,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String approvedBy,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String returnReason,
        int revision) {

    /** A version nobody has handed in yet. */
    static Submission draft(long id, long assignmentId, Kind kind, int version) {
        return new Submission(id, assignmentId, kind, version, Status.DRAFT, null, null, null, null, null, null, 0);
    }

    /** What is handed in. */
    public enum Kind {
        PLAN("工作方案"),
        SESSION("学习记录"),
        REPORT("报告");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How far it got. */
    public enum Status {
        DRAFT("草稿"),
        SUBMITTED("待负责人审批"),
        APPROVED("待上级审核"),
        ACCEPTED("已通过"),
        RETURNED("已退回");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
