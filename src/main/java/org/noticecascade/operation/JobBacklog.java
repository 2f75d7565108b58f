package org.noticecascade.operation;

import org.noticecascade.operation.Figures.Jobs;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while a due job waits too long, or jobs have failed for good. The same for all nodes: none of them is to blame. */
@Component("jobBacklog")
class JobBacklog extends AbstractHealthIndicator {
    private final LatestFigures figures;
    private final HealthProperties limits;

    JobBacklog(LatestFigures figures, HealthProperties limits) {
        super("The jobs could not be counted");
        this.figures = figures;
        this.limits = limits;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Jobs jobs = figures.get().jobs();
        boolean late = jobs.longestWaitSeconds() > limits.jobsWaitAtMost().toSeconds();
        boolean failed = jobs.failed() >= limits.failedJobs();
        (late || failed ? health.down() : health.up())
                .withDetail("due", jobs.due())
                .withDetail("later", jobs.later())
                .withDetail("failed", jobs.failed())
                .withDetail("longestWaitSeconds", jobs.longestWaitSeconds())
                .withDetail("waitAtMostSeconds", limits.jobsWaitAtMost().toSeconds());
    }
}
