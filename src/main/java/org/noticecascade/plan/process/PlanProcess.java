package org.noticecascade.plan.process;

/** Ids of {@code provincial-plan}. */
public final class PlanProcess {
    public static final String KEY = "provincial-plan";
    public static final String DRAFT_PLAN = "userTask_draftPlan";
    public static final String APPROVE_PLAN = "userTask_approvePlan";
    public static final String REVIEW_PLAN = "userTask_reviewPlan";

    private PlanProcess() {}
}
