package org.noticecascade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.noticecascade.Http.Answer;

/** Several people who call in the same moment. */
public final class Together {
    private Together() {}

    /** The same call twice. */
    public static List<Answer> twice(Callable<Answer> call) {
        return call(List.of(call, call));
    }

    public static List<Answer> call(List<Callable<Answer>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService people = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> call : calls) {
                running.add(people.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError("Somebody got no answer", e);
        } finally {
            people.shutdownNow();
        }
    }
}
