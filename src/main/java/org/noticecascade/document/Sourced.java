package org.noticecascade.document;

/**
 * A value with the place it was read from.
 *
 * @param line 1-based physical line of the input where it begins
 * @param quote the exact words of that place, cut after 500 characters
 */
public record Sourced<T>(T value, int line, String quote) {}
