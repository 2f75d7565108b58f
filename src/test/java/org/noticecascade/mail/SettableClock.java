package org.noticecascade.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Stands still until moved. */
class SettableClock extends Clock {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private volatile Instant now;

    SettableClock(LocalDate day) {
        morningOf(day);
    }

    void morningOf(LocalDate day) {
        at(day, LocalTime.of(9, 0));
    }

    void at(LocalDate day, LocalTime time) {
        now = day.atTime(time).atZone(ZONE).toInstant();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
