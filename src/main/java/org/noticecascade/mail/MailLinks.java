package org.noticecascade.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Links from a mail into Tasklist, below {@code cascade.mail.link-base-url}. */
@Component
public class MailLinks {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final String base;

    MailLinks(MailProperties properties) {
        this.base = properties.linkBaseUrl().replaceAll("/+$", "");
    }

    /** Opens this task after the sign-in. */
    public String task(String taskId) {
        return tasks() + "#/?task=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }

    /** Opens the reader's task list. */
    public String tasks() {
        return base + TASKLIST;
    }
}
