package org.noticecascade.faults;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.noticecascade.faults.Clerks.Work;

/**
 * People who do everything twice, at two nodes in the same moment, in the wrong order and once more when it is long
 * done; of two who decide, one agrees and the other returns. What was answered wrongly is kept.
 */
final class Rivals {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{4,}");
    private static final Pattern TECHNICAL =
            Pattern.compile("(?i)optimistic|ENGINE-|exception|SQL|org\\.camunda|org\\.noticecascade");

    private final Clerks clerks;
    private final int one;
    private final int two;
    private final Random random;
    private final List<Work> done = new ArrayList<>();
    private final Set<String> contested = new HashSet<>();
    final List<String> wrong = new ArrayList<>();
    int doubled;
    int tooEarly;
    int replayed;
    int agreed;
    int returned;

    Rivals(Clerks clerks, Node one, Node two, Random random) {
        this.clerks = clerks;
        this.one = one.port();
        this.two = two.port();
        this.random = random;
    }

    /** Does one task; false if there is none. */
    boolean work() throws Exception {
        Work work = clerks.next(0, 1);
        if (work == null) {
            return false;
        }
        if (!tooEarly(work)) {
            for (Map<String, Object> fields : clerks.fields(work.name())) {
                save(work, fields);
            }
            if (work.decides() && contested.add(work.notice() + work.unit() + work.name())) {
                disagree(work);
            } else {
                twice(work);
            }
        }
        done.add(work);
        replay(done.get(random.nextInt(done.size())));
        return true;
    }

    /** Handed in before it was written; true if nothing was missing. */
    private boolean tooEarly(Work work) throws IOException, InterruptedException {
        if (clerks.fields(work.name()).isEmpty()) {
            return false;
        }
        HttpResponse<String> answer = clerks.send(work.user(), "POST", Clerks.completion(work), Clerks.answer(work));
        if (answer.statusCode() < 300) {
            return true;
        }
        tooEarly++;
        refused("too early", work, answer);
        return false;
    }

    private void save(Work work, Map<String, Object> fields) throws Exception {
        String path = "/api/tasks/" + work.task() + "/work";
        var answers = both(
                clerks.begin(one, work.user(), "PUT", path, fields),
                clerks.begin(two, work.user(), "PUT", path, fields));
        if (answers.stream().noneMatch(answer -> answer.statusCode() < 300)) {
            wrong.add("nobody saved %s: %s".formatted(work, answers.get(0).body()));
        }
        answers.stream().filter(answer -> answer.statusCode() >= 300).forEach(answer -> refused("save", work, answer));
    }

    private void twice(Work work) throws Exception {
        doubled++;
        oneOf(
                work,
                both(
                        clerks.begin(one, work.user(), "POST", Clerks.completion(work), Clerks.answer(work)),
                        clerks.begin(two, work.user(), "POST", Clerks.completion(work), Clerks.answer(work))));
    }

    private void disagree(Work work) throws Exception {
        String other = work.user().replaceAll("[a-z]+$", "supervisor");
        Map<String, Object> no =
                Map.of("variables", Map.of("approved", Map.of("value", false), "reason", Map.of("value", "请补充")));
        boolean swap = random.nextBoolean();
        var answers = both(
                clerks.begin(swap ? two : one, work.user(), "POST", Clerks.completion(work), Clerks.answer(work)),
                clerks.begin(swap ? one : two, other, "POST", Clerks.completion(work), no));
        oneOf(work, answers);
        if (answers.get(0).statusCode() < 300) {
            agreed++;
        } else {
            returned++;
        }
    }

    private void replay(Work work) throws IOException, InterruptedException {
        replayed++;
        HttpResponse<String> answer = clerks.send(work.user(), "POST", Clerks.completion(work), Clerks.answer(work));
        if (answer.statusCode() != 404 && answer.statusCode() != 409) {
            wrong.add("replay of %s: %d %s".formatted(work, answer.statusCode(), answer.body()));
        }
        refused("replay", work, answer);
    }

    private void oneOf(Work work, List<HttpResponse<String>> answers) {
        if (answers.stream().filter(answer -> answer.statusCode() < 300).count() != 1) {
            wrong.add("%s was done by %s"
                    .formatted(
                            work,
                            answers.stream()
                                    .map(answer -> answer.statusCode() + " " + answer.body())
                                    .toList()));
        }
        answers.stream().filter(answer -> answer.statusCode() >= 300).forEach(answer -> refused("twice", work, answer));
    }

    private void refused(String what, Work work, HttpResponse<String> answer) {
        boolean fair = answer.statusCode() >= 400
                && answer.statusCode() < 500
                && CHINESE.matcher(answer.body()).find()
                && !TECHNICAL.matcher(answer.body()).find();
        if (!fair) {
            wrong.add("%s %s: %d %s".formatted(what, work, answer.statusCode(), answer.body()));
        }
    }

    private static List<HttpResponse<String>> both(
            CompletableFuture<HttpResponse<String>> first, CompletableFuture<HttpResponse<String>> second)
            throws Exception {
        return List.of(first.get(), second.get());
    }
}
