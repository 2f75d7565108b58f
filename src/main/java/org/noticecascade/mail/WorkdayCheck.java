package org.noticecascade.mail;

import java.time.LocalDate;

/** Tells working days from days off; implemented by whoever knows the calendar. Exactly one bean. */
@FunctionalInterface
public interface WorkdayCheck {

    /** Whether people work on that day, make-up days included. */
    boolean isWorkday(LocalDate day);
}
