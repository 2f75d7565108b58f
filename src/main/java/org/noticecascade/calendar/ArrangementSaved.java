package org.noticecascade.calendar;

/**
 * What entering an arrangement did.
 *
 * @param year as it is now
 * @param recalculated open dates that moved because of it
 */
public record ArrangementSaved(ArrangementPreview year, int recalculated) {}
