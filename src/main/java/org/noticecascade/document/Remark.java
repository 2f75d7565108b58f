package org.noticecascade.document;

import org.jspecify.annotations.Nullable;

/**
 * What the reader left out, doubts or could not find, in Chinese, for the person who checks the notice.
 *
 * @param line 1-based physical line; null where it concerns the whole text
 */
public record Remark(@Nullable Integer line, String text) {}
