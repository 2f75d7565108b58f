package org.noticecascade.benchmarks.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.noticecascade.benchmarks.Service;

/** Desks at which, one after the other, those sit down who have something to do. */
final class Office {
    private static final long REST_NANOS = 50_000_000;

    private final Service service;
    private final Scope scope;
    private final Waiting waiting;
    private final Clerk clerk;

    Office(Service service, Scope scope, Answers answers) {
        this.service = service;
        this.scope = scope;
        this.waiting = new Waiting(service.jdbc(), scope);
        String filter = service.jdbc().queryForObject("select id_ from act_ru_filter where name_ = '我的待办'", String.class);
        this.clerk = new Clerk(service.address(), filter, new HeadquartersBoard(service.address()), answers);
    }

    boolean idle() {
        return waiting.idle();
    }

    /**
     * Works until the time is over, enough is done or nothing is left; a task that was begun is finished.
     *
     * @param people desks
     * @param most completions
     */
    void work(int people, Measured measured, long seconds, long most) {
        LocalDate today = service.today();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService office = Executors.newFixedThreadPool(people);
        long before = measured.counted("completions");
        long began = System.nanoTime();
        List<Future<?>> desks = new ArrayList<>();
        for (int n = 0; n < people; n++) {
            desks.add(office.submit(() -> desk(today, measured, over)));
        }
        while (System.nanoTime() - began < seconds * 1_000_000_000L
                && measured.counted("completions") - before < most
                && !waiting.idle()) {
            LockSupport.parkNanos(REST_NANOS * 4);
        }
        over.set(true);
        desks.forEach(Office::end);
        office.shutdown();
        measured.lasted(System.nanoTime() - began);
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
        } catch (ExecutionException e) {
            throw new IllegalStateException("A desk was left", e.getCause());
        }
    }
}
