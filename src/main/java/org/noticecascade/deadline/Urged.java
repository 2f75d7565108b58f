package org.noticecascade.deadline;

import java.time.LocalDate;

/**
 * What became of an urging.
 *
 * @param day the working day it counts for: today, or the next one on a day off
 * @param mailDay the working day whose mail tells of it; later than {@code day} where somebody had that day's already
 */
public record Urged(LocalDate day, LocalDate mailDay) {}
