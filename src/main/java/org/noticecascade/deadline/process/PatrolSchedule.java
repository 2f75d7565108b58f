package org.noticecascade.deadline.process;

import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.platform.CalledByModels;
import org.springframework.stereotype.Component;

/** When the patrol starts; read by the model as {@code ${patrolSchedule.cron}} when it is deployed. */
@Component
public class PatrolSchedule {
    private final PatrolProperties properties;

    PatrolSchedule(PatrolProperties properties) {
        this.properties = properties;
    }

    @CalledByModels
    public String getCron() {
        return properties.cron();
    }
}
