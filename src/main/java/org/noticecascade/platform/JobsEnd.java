package org.noticecascade.platform;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A node that is told to stop takes no more jobs, at once, and ends those it has: the running ones and the few it
 * queued. What is not done in time rolls back, and another node repeats it after the lock time.
 *
 * <p>The job executor is not public API: this class is the one place that touches it.
 */
@Configuration(proxyBeanMethods = false)
class JobsEnd {
    private static final String POOL = "camundaTaskExecutor";
    private static final int SECONDS = 30;

    private final ObjectProvider<JobExecutor> executor;

    JobsEnd(ObjectProvider<JobExecutor> executor) {
        this.executor = executor;
    }

    @Bean
    static BeanPostProcessor jobsRunToTheirEnd() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (POOL.equals(name) && bean instanceof ThreadPoolTaskExecutor pool) {
                    pool.setAcceptTasksAfterContextClose(true);
                    pool.setWaitForTasksToCompleteOnShutdown(true);
                    pool.setAwaitTerminationSeconds(SECONDS);
                }
                return bean;
            }
        };
    }

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void takeNoMore() {
        executor.ifAvailable(JobExecutor::shutdown);
    }
}
