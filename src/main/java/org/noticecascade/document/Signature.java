package org.noticecascade.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of the notice: the issuer's name and below (or beside) it the issue date.
 *
 * @param first index of the first line of the signature
 * @param dateLine index of the line with the date
 * @param dated the line with the date
 * @param issuer lines with the issuer's name; empty where none stands above the date
 * @param date null where the line names a day that does not exist
 */
record Signature(
        int first,
        int dateLine,
        Line dated,
        List<Line> issuer,
        @Nullable LocalDate date) {
    private static final int MOST_ISSUERS = 10;

    /** The first date line with an issuer, else the last date line, among {@code lines} from {@code from}. */
    static @Nullable Signature find(List<Line> lines, int from, Remarks remarks) {
        Signature last = null;
        for (int i = from; i < lines.size(); i++) {
            if (last != null && Attachments.isHeading(lines.get(i).folded())) {
                break;
            }
            Signature found = at(lines, from, i);
            if (found == null) {
                continue;
            }
            if (!found.issuer.isEmpty()) {
                return found;
            }
            if (last != null) {
                remarks.add(
                        lines.get(last.dateLine).number(),
                        "另有单独成行的日期“%s”,未作为成文日期,请核对"
                                .formatted(Folding.clip(lines.get(last.dateLine).text(), 40)));
            }
            last = found;
        }
        return last;
    }

    int dateLineNumber() {
        return dated.number();
    }

    String dateQuote() {
        return dated.text();
    }

    private static @Nullable Signature at(List<Line> lines, int from, int index) {
        Line line = lines.get(index);
        if (line.folded().length() > 120 || !line.folded().endsWith("日")) {
            return null;
        }
        for (int start = 0; start < line.folded().length(); start++) {
            WrittenDate date = wholeDate(line.folded(), start);
            if (date != null && date.year() != null) {
                LocalDate day = date.in(date.year());
                if (start == 0) {
                    return above(lines, from, index, day);
                }
                Line name = line.slice(0, start);
                return Organs.isName(name.folded()) ? new Signature(index, index, line, List.of(name), day) : null;
            }
        }
        return null;
    }

    private static @Nullable WrittenDate wholeDate(String folded, int start) {
        if (!Numerals.isNumeral(folded.charAt(start))) {
            return null;
        }
        WrittenDate date = WrittenDate.at(folded, start);
        return date != null && date.end() == folded.length() && date.day() > 0 ? date : null;
    }

    private static Signature above(List<Line> lines, int from, int dateLine, @Nullable LocalDate day) {
        int first = dateLine;
        List<Line> issuer = new ArrayList<>();
        while (first > from && dateLine - first < MOST_ISSUERS) {
            Line line = lines.get(first - 1);
            if (!Organs.isName(line.folded()) || Numbering.of(line.folded()) != null) {
                break;
            }
            issuer.add(0, line.slice(0, Organs.withoutSeal(line.folded()).length()));
            first--;
        }
        return new Signature(first, dateLine, lines.get(dateLine), List.copyOf(issuer), day);
    }
}
