package org.noticecascade.benchmarks.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @return the highest use of the heap in MiB
     */
    long work(int roundSeconds, long most) {
        Heap.reset();
        while (completions() < most && !office.idle()) {
            byPeople.forEach((people, measured) -> {
                if (completions() < most && !office.idle()) {
                    round(people, measured, roundSeconds);
                }
            });
        }
        return Heap.peakMib();
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
