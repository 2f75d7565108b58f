package org.noticecascade.benchmarks.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.noticecascade.benchmarks.Heap;
import org.noticecascade.benchmarks.Service;

/**
 * One notice to the whole country, worked on in rounds by few, more and many people in turn, so that each number of
 * people meets the same mix of tasks and the same noise of the machine.
 */
final class PeopleRun {
    private static final long REST_NANOS = 50_000_000;

    private final Service service;
    private final Scope scope;
    private final Waiting waiting;
    private final Clerk clerk;
    private final Map<Integer, Measured> byPeople = new LinkedHashMap<>();

    /** @param atOnce numbers of people who work at the same time, a round each */
    PeopleRun(Service service, List<Integer> atOnce, Scope scope) {
        this.scope = scope;
        this.service = service;
        this.waiting = new Waiting(service.jdbc(), scope);
        String filter = service.jdbc().queryForObject("select id_ from act_ru_filter where name_ = '我的待办'", String.class);
        this.clerk = new Clerk(service.address(), filter, new HeadquartersBoard(service.address()));
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
        while (completions() < most && !waiting.idle()) {
            byPeople.forEach((people, measured) -> {
                if (completions() < most && !waiting.idle()) {
                    round(people, measured, roundSeconds);
                }
            });
        }
        return Heap.peakMib();
    }

    long completions() {
        return byPeople.values().stream().mapToLong(each -> each.counted("completions")).sum();
    }

    private void round(int people, Measured measured, int seconds) {
        LocalDate today = service.today();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService office = Executors.newFixedThreadPool(people);
        long before = measured.counted("completions");
        long began = System.nanoTime();
        List<Future<?>> desks = new ArrayList<>();
        for (int n = 0; n < people; n++) {
            desks.add(office.submit(() -> desk(today, measured, over)));
        }
        while (System.nanoTime() - began < seconds * 1_000_000_000L && !(waiting.idle())) {
            LockSupport.parkNanos(REST_NANOS * 5);
        }
        over.set(true);
        desks.forEach(PeopleRun::end);
        office.shutdown();
        measured.lasted(System.nanoTime() - began);
        long done = measured.counted("completions") - before;
        System.out.printf("%4d people: %,d completions in %.1f s, %,d tasks open, %d errors%n", people, done,
                (System.nanoTime() - began) / 1e9,
                service.jdbc().queryForObject("select count(*) from act_ru_task", Long.class), measured.errors().size());
    }

    private void desk(LocalDate today, Measured measured, AtomicBoolean over) {
        while (!over.get()) {
            String user = waiting.take();
            if (user == null) {
                LockSupport.parkNanos(REST_NANOS);
            } else {
                try {
                    clerk.work(user, today, measured, scope, over::get);
                } finally {
                    waiting.release(user);
                }
            }
        }
    }

    private static void end(Future<?> desk) {
        try {
            desk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A desk was left", e.getCause());
        }
    }
}
