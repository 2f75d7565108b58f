package org.noticecascade.deadline.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.noticecascade.deadline.Extending;
import org.noticecascade.deadline.Extension;
import org.noticecascade.deadline.Post;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.platform.Decision;
import org.noticecascade.platform.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordExtension}: the superior agrees to more time, or does not and says why. */
@Component
class RecordExtension extends Step {
    private final Extending extending;
    private final Assignments assignments;
    private final ObjectProvider<Post> posts;

    RecordExtension(Extending extending, Assignments assignments, ObjectProvider<Post> posts) {
        this.extending = extending;
        this.assignments = assignments;
        this.posts = posts;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Assignment unit = assignments.at(execution.getProcessBusinessKey());
        Decision decision = Decision.takenFrom(execution);
        Extension extension = decision.approved()
                ? extending.grant(unit)
                : extending.refuse(unit, Objects.requireNonNull(decision.reason()));
        posts.forEach(post -> post.decided(unit, extension.id()));
    }
}
