package org.noticecascade.document;

/**
 * One numbered section of the notice, in document order.
 *
 * @param depth 1 for 一、 2 for (一) 3 for 1. 4 for (1)
 * @param numbering as written, with its punctuation
 * @param heading the words up to the first 。 or, without one, the whole line; cut after 300 characters
 * @param content what follows up to the next heading, paragraphs separated by a line break; may be empty
 * @param line 1-based physical line of the numbering
 */
public record Section(int depth, String numbering, String heading, String content, int line) {}
