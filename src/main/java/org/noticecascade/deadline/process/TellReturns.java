package org.noticecascade.deadline.process;

import org.noticecascade.deadline.Post;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.NoticeReturned;
import org.noticecascade.notice.SubmissionReturned;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who have to redo the work that it came back, in the transaction of the return. */
@Component
class TellReturns {
    private final Assignments assignments;
    private final ObjectProvider<Post> posts;

    TellReturns(Assignments assignments, ObjectProvider<Post> posts) {
        this.assignments = assignments;
        this.posts = posts;
    }

    @EventListener
    void on(SubmissionReturned returned) {
        posts.forEach(post -> post.returned(assignments.get(returned.assignmentId()), returned.submissionId()));
    }

    @EventListener
    void on(NoticeReturned returned) {
        posts.forEach(post -> post.draftReturned(returned.noticeId(), returned.version()));
    }
}
