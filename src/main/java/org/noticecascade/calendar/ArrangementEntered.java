package org.noticecascade.calendar;

/**
 * The arrangement of a year is being put into force; handed to every {@link ArrangementFollower}.
 *
 * @param documentNumber of the announcement
 * @param before the calendar as it was, in which that year may have been provisional
 * @param after the calendar as it will be
 */
public record ArrangementEntered(int year, String documentNumber, WorkingDays before, WorkingDays after) {}
