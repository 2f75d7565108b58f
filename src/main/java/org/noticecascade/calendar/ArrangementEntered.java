package org.noticecascade.calendar;

/**
 * The arrangement of a year is in force; handed to every {@link ArrangementFollower} after it was saved and loaded.
 *
 * @param before the calendar as it was, in which that year may have been provisional
 * @param after the calendar as it is now
 */
public record ArrangementEntered(int year, WorkingDays before, WorkingDays after) {}
