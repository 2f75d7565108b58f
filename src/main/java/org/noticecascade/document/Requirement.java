package org.noticecascade.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the notice may be asking of its receivers; a proposal until a person confirms it.
 *
 * @param sectionPath numbering from the top, for example 二、(一); 正文开头 or 正文结尾 outside the sections
 * @param text the exact words: a lowest heading or a sentence
 * @param why in Chinese, why it was listed
 * @param line 1-based physical line where it begins
 * @param deadlinePhrase the time limit as written, also where it names no date (及时, 10个工作日内)
 * @param dueDate the day, where the phrase names one; the year may be assumed, see {@link Deadline}
 * @param selected false for a heading that only states something
 */
public record Requirement(
        String sectionPath,
        String text,
        String why,
        int line,
        @Nullable String deadlinePhrase,
        @Nullable LocalDate dueDate,
        boolean selected) {}
