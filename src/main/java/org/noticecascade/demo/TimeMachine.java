package org.noticecascade.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.WorkingCalendar;
import org.noticecascade.deadline.PatrolProperties;
import org.noticecascade.deadline.process.PatrolMakeUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo's time machine: visits the coming working days one after the other, each at the hour of its patrol, and goes
 * on when the day's patrol is over and its mails have left. So reminders, escalation and recovery can be watched in
 * minutes and in their order.
 */
@Component
@Profile("demo")
class TimeMachine implements DisposableBean {
    /** A trip longer than a quarter says nothing more. */
    static final int MOST_DAYS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(TimeMachine.class);
    private static final long LOOK_MILLIS = 300;
    private static final int MOST_LOOKS = 1_000;
    private static final int STOP_SECONDS = 10;

    private final DemoClock clock;
    private final WorkingCalendar calendar;
    private final PatrolProperties patrol;
    private final PatrolMakeUp makeUp;
    private final DayLog log;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo-time-machine");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Trip trip = new Trip(0, List.of(), false, null);
    private int looked;

    TimeMachine(DemoClock clock, WorkingCalendar calendar, PatrolProperties patrol, PatrolMakeUp makeUp, DayLog log) {
        this.clock = clock;
        this.calendar = calendar;
        this.patrol = patrol;
        this.makeUp = makeUp;
        this.log = log;
    }

    /**
     * A trip, under way or the last one.
     *
     * @param asked working days to go forward
     * @param days those that are over, in order
     * @param problem why it ended early; {@code null} when all went well
     */
    record Trip(
            int asked,
            List<DayLog.Day> days,
            boolean running,
            @Nullable String problem) {
        private Trip with(DayLog.Day day) {
            List<DayLog.Day> all = new ArrayList<>(days);
            all.add(day);
            return new Trip(asked, List.copyOf(all), all.size() < asked, null);
        }

        private Trip failed(String why) {
            return new Trip(asked, days, false, why);
        }
    }

    Trip trip() {
        return trip;
    }

    /**
     * Sets out; the trip goes on in the background.
     *
     * @throws Refusal while another trip is under way, or for a number of days out of bounds
     */
    synchronized Trip forward(int workingDays) {
        if (workingDays < 1 || workingDays > MOST_DAYS) {
            throw Refusal.invalid(
                    "请填写 1 到 %d 个工作日，时钟没有改变。".formatted(MOST_DAYS),
                    "Give 1 to %d working days; the clock was not moved.".formatted(MOST_DAYS));
        }
        if (trip.running()) {
            throw Refusal.conflict("时间机器正在前进，请等它到达后再试。", "The time machine is under way. Wait until it has arrived.");
        }
        trip = new Trip(workingDays, List.of(), true, null);
        looks.execute(this::nextDay);
        return trip;
    }

    private void nextDay() {
        try {
            LocalDate day = calendar.days().next(clock.now().toLocalDate());
            clock.moveTo(hourOf(day));
            makeUp.makeUp();
            looked = 0;
            lookAgain(day);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void look(LocalDate day) {
        try {
            if (log.isOver(day)) {
                arrive(log.of(day));
            } else if (++looked < MOST_LOOKS) {
                lookAgain(day);
            } else {
                trip = trip.failed("%s 的巡查或邮件在 %d 秒内没有办完，请看服务日志。".formatted(day, MOST_LOOKS * LOOK_MILLIS / 1000));
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a look tells of its failure by itself
    private void lookAgain(LocalDate day) {
        looks.schedule(() -> look(day), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void arrive(DayLog.Day day) {
        LOG.info("Demo: {} is over: {}", day.day(), day);
        trip = trip.with(day);
        if (trip.running()) {
            nextDay();
        }
    }

    private void fail(RuntimeException e) {
        LOG.warn("Demo: the time machine stopped", e);
        trip = trip.failed(String.valueOf(e.getMessage()));
    }

    /** The second after the patrol's hour, so that both its timer and the one that makes up for it see it has passed. */
    private LocalDateTime hourOf(LocalDate day) {
        return patrol.startOn(day).orElse(day.atTime(9, 0)).plusSeconds(1);
    }

    /** A look under way is not interrupted, which would close H2's file; none comes after it. */
    @Override
    public void destroy() {
        looks.shutdown();
        try {
            looks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
