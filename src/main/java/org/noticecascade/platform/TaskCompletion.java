package org.noticecascade.platform;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Wants to know of each user task that is being completed, before the step after it runs. */
public interface TaskCompletion {

    /** In the transaction of the completion, by the person who completes. */
    void completing(DelegateTask task);
}
