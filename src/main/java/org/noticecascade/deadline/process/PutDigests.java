package org.noticecascade.deadline.process;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Post;
import org.noticecascade.deadline.Reminders;
import org.noticecascade.platform.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code serviceTask_putDigests}: whoever has work of their own that is due gets one mail of it all. */
@Component
class PutDigests extends Step {
    private final Reminders reminders;
    private final ObjectProvider<Post> posts;

    PutDigests(Reminders reminders, ObjectProvider<Post> posts) {
        this.reminders = reminders;
        this.posts = posts;
    }

    @Override
    protected void run(DelegateExecution execution) {
        LocalDate day = PatrolProcess.dayOf(execution);
        List<String> persons = reminders.workersRemindedOn(day);
        posts.forEach(post -> post.digests(day, persons));
    }
}
