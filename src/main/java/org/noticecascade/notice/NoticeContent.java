package org.noticecascade.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reader found in a notice's text, with the line each thing came from.
 *
 * @param sources by field name ({@code documentNumber}, {@code title}, …)
 * @param remarks what was dropped, doubtful or not understood, for the person who checks
 */
public record NoticeContent(
        Map<String, Source> sources, List<Remark> remarks, List<Section> sections, List<Requirement> requirements) {

    /** The physical line (from 1) and its exact words. */
    public record Source(int line, String quote) {}

    public record Remark(@Nullable Integer line, String remark) {}

    /** A heading with the text below it; depth 1 is 一、, 2 is (一), 3 is 1. */
    public record Section(int depth, String numbering, String heading, String content, int line) {}

    /**
     * A sentence that may ask something of the receiver.
     *
     * @param why the rule that listed it
     * @param line where it stands; 0 is nowhere: a person added it
     * @param deadline the deadline as quoted from the text
     * @param dueDate the day that quotation means, where it means one
     * @param selected whether a person wants it carried out
     */
    public record Requirement(
            int position,
            String sectionPath,
            String content,
            String why,
            int line,
            @Nullable String deadline,
            @Nullable LocalDate dueDate,
            boolean selected) {}
}
