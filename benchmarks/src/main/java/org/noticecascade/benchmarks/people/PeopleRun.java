package org.noticecascade.benchmarks.people;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.noticecascade.benchmarks.Heap;
import org.noticecascade.benchmarks.Service;

/**
 * One notice to the whole country, worked on in rounds by few, more and many people in turn, so that each number of
 * people meets the same mix of tasks and the same noise of the machine.
 */
final class PeopleRun {
    private final Service service;
    private final Office office;
    private final Map<Integer, Measured> byPeople = new LinkedHashMap<>();

    /** @param atOnce numbers of people who work at the same time, a round each */
    PeopleRun(Service service, List<Integer> atOnce, Scope scope) {
        this.service = service;
        this.office = new Office(service, scope, new Answers(0));
        atOnce.forEach(people -> byPeople.put(people, new Measured()));
    }

    /** What was measured with each number of people. */
    Map<Integer, Measured> measured() {
        return byPeople;
    }

    /**
     * Works until nothing is left to do.
     *
     * @param most completions after which the round under way is the last
     * @param longest time after which it is
     * @return the highest use of the heap in MiB
     */
    long work(int roundSeconds, long most, Duration longest) {
        Heap.reset();
        long began = System.nanoTime();
        BooleanSupplier goesOn =
                () -> completions() < most && System.nanoTime() - began < longest.toNanos() && !office.idle();
        while (goesOn.getAsBoolean()) {
            byPeople.forEach((people, measured) -> {
                if (goesOn.getAsBoolean()) {
                    round(people, measured, roundSeconds);
                }
            });
        }
        return Heap.peakMib();
    }

    /** Whether nothing is left to do. */
    boolean done() {
        return office.idle();
    }

    private long completions() {
        return byPeople.values().stream().mapToLong(each -> each.counted("completions")).sum();
    }

    private void round(int people, Measured measured, int seconds) {
        long before = measured.counted("completions");
        double secondsBefore = measured.seconds();
        office.work(people, measured, seconds, Long.MAX_VALUE);
        System.out.printf("%4d people: %,d completions in %.1f s, %,d tasks open, %d errors%n", people,
                measured.counted("completions") - before, measured.seconds() - secondsBefore,
                service.jdbc().queryForObject("select count(*) from act_ru_task", Long.class), measured.errors().size());
    }
}
