package org.noticecascade.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much JSON one call may carry.
 *
 * @param bytes the whole body
 * @param depth objects and lists inside one another
 * @param values every value, object and list counts as one
 * @param listLength elements of a single list
 * @param textLength characters of a single text
 */
record JsonCaps(
        @Min(1_024) @Max(2_000_000) int bytes,
        @Min(4) @Max(50) int depth,
        @Min(100) @Max(50_000) int values,
        @Min(50) @Max(10_000) int listLength,
        @Min(1_000) @Max(2_000_000) int textLength) {}
