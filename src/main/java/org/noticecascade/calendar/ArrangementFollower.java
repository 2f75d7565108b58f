package org.noticecascade.calendar;

/** Somebody who counted with a year before its arrangement was known. */
public interface ArrangementFollower {

    /**
     * Takes over the calendar as it will be, in the transaction that saves it.
     *
     * @return how many dates were moved
     */
    int follow(ArrangementEntered entered);
}
