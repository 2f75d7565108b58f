package org.noticecascade;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;

/** Runs jobs one by one for process tests, or by the real job executor for end-to-end tests. */
public class TestJobs {
    private final ManagementService management;
    private final JobExecutor executor;

    TestJobs(ProcessEngine engine) {
        this.management = engine.getManagementService();
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** Starts the real job executor. */
    public void start() {
        executor.start();
    }

    public void stop() {
        executor.shutdown();
    }

    /** Runs everything that is due now, including what that brings up; timers in the future stay. */
    public void runAll() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            due.forEach(job -> management.executeJob(job.getId()));
            due = due();
        }
    }

    /** Runs what is due, job by job, until the condition holds. */
    public void runUntil(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            management.executeJob(due().get(0).getId());
        }
    }

    /** Jobs that could run now. */
    public List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list();
    }
}
