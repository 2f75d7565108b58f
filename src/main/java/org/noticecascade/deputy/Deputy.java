package org.noticecascade.deputy;

import java.time.LocalDate;

/**
 * Who stands in for whom.
 *
 * @param from first day
 * @param to last day, included
 */
public record Deputy(String userId, String deputyId, LocalDate from, LocalDate to) {}
