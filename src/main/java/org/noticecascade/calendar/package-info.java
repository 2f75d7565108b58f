/**
 * Which days are working days by the State Council's yearly arrangement, and how to count in them.
 *
 * <p>{@link org.noticecascade.calendar.WorkingCalendar} hands out an immutable snapshot of the tables
 * {@code calendar_day} and {@code calendar_year}; knows no other feature.
 */
@NullMarked
package org.noticecascade.calendar;

import org.jspecify.annotations.NullMarked;
