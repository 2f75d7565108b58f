package org.noticecascade.benchmarks.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Does one person's work as Tasklist does: opens the list, claims the first task, opens its form, saves what is filled
 * in, completes it, and looks at the list again until it is empty.
 */
final class Clerk {
    private static final int BOARD_EVERY = 20;

    private final String base;
    private final String filter;
    private final Board board;
    private final Answers answers;
    private final AtomicLong completions = new AtomicLong();

    Clerk(String base, String filter, Board board, Answers answers) {
        this.answers = answers;
        this.base = base;
        this.filter = filter;
        this.board = board;
    }

    /** A supervisor who looks at the board from time to time. */
    interface Board {
        void look(long notice, Measured measured);
    }

    /** Works until the person's list is empty or {@code enough}; a task that was begun is finished. */
    void work(String user, LocalDate today, Measured measured, Scope scope, BooleanSupplier enough) {
        try {
            Browser browser = Browser.signIn(base, user, measured);
            boolean first = true;
            while (!enough.getAsBoolean()) {
                String task = next(browser, scope);
                if (task == null) {
                    break;
                }
                one(browser, user, task, today, measured, first);
                first = false;
            }
            browser.signOut();
        } catch (Browser.Failed counted) {
            // the next person goes on; the error stands in the table
        }
    }

    private String next(Browser browser, Scope scope) {
        JsonNode list = browser.engine(
                "task list", "/filter/%s/list?firstResult=0&maxResults=15".formatted(filter), Map.of());
        for (JsonNode task : list.at("/_embedded/task")) {
            if (scope.has(task.get("taskDefinitionKey").asText())) {
                return task.get("id").asText();
            }
        }
        return null;
    }

    private void one(Browser browser, String user, String task, LocalDate today, Measured measured, boolean first) {
        browser.engine("claim", "/task/%s/claim".formatted(task), Map.of("userId", user));
        browser.page("form page", "/task/%s/deployed-form".formatted(task));
        JsonNode form = browser.ours("form data", "/tasks/" + task);
        long notice = form.get("noticeId").asLong();
        if (first) {
            browser.ours("notice tab", "/notices/" + notice);
        }
        String key = form.get("taskKey").asText();
        Map<String, Object> fields = Answers.fields(key, today);
        if (!fields.isEmpty()) {
            browser.ours("save", "PUT", "/tasks/%s/work".formatted(task), fields);
        }
        browser.engine("complete", "/task/%s/submit-form".formatted(task), Map.of("variables", answers.to(key, today)));
        measured.count("completions");
        if (completions.incrementAndGet() % BOARD_EVERY == 0) {
            board.look(notice, measured);
        }
    }
}
