package org.noticecascade.cockpit;

import org.noticecascade.notice.Rollup;

/**
 * How far a subtree is, with its lights.
 *
 * @param counts the same counts that reports are prefilled with
 * @param open units that are not finished
 * @param yellow open units whose due date is near
 * @param red open units that are overdue
 * @param missed units that had not reported when the notice was closed
 */
public record Tally(Rollup counts, int open, int yellow, int red, int missed) {}
