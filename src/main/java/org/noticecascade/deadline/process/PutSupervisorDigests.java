package org.noticecascade.deadline.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Post;
import org.noticecascade.deadline.Reminders;
import org.noticecascade.platform.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_putSupervisorDigests}: supervisors get theirs when the day's escalations are there, so that one
 * mail says it all. Who has a digest for that day already gets no second.
 */
@Component
class PutSupervisorDigests extends Step {
    private final Reminders reminders;
    private final ObjectProvider<Post> posts;
    private final Clock clock;

    PutSupervisorDigests(Reminders reminders, ObjectProvider<Post> posts, Clock clock) {
        this.reminders = reminders;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    protected void run(DelegateExecution execution) {
        LocalDate day = PatrolProcess.dayOf(execution);
        List<String> persons = reminders.supervisorsToldOn(
                day, day.atStartOfDay(clock.getZone()).toOffsetDateTime());
        posts.forEach(post -> post.digests(day, persons));
    }
}
