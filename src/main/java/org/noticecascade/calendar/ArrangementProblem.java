package org.noticecascade.calendar;

/**
 * Something wrong with an arrangement that is being entered.
 *
 * @param line of the text, from 1; 0 where no line is to blame
 */
public record ArrangementProblem(int line, String chinese, String english) {}
