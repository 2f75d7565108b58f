package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A document number 发文字号 in a folded text: the agency's short name, the year in brackets, 号.
 *
 * @param start of the agency's short name
 * @param end behind 号
 */
record DocumentNumber(int start, int end) {
    private static final String OPENING = "〔[(【﹝{";
    private static final String CLOSING = "〕])】﹞}";
    private static final int LONGEST_AGENCY = 20;

    static List<DocumentNumber> in(String folded) {
        List<DocumentNumber> found = new ArrayList<>();
        for (int i = 0; i < folded.length(); i++) {
            if (OPENING.indexOf(folded.charAt(i)) >= 0) {
                int end = endOfNumber(folded, i);
                int start = startOfAgency(folded, i);
                if (end > 0 && start < i) {
                    found.add(new DocumentNumber(start, end));
                }
            }
        }
        return found;
    }

    /** Equal for two writings of the same number: blanks and the kind of bracket do not count. */
    static String key(String number) {
        StringBuilder key = new StringBuilder();
        for (char c : Folding.key(number).toCharArray()) {
            if (OPENING.indexOf(c) >= 0) {
                key.append('〔');
            } else {
                key.append(CLOSING.indexOf(c) >= 0 ? '〕' : c);
            }
        }
        return key.toString();
    }

    private static int endOfNumber(String folded, int bracket) {
        int yearEnd = Numerals.end(folded, bracket + 1);
        if (yearEnd - bracket != 5 || yearEnd >= folded.length() || CLOSING.indexOf(folded.charAt(yearEnd)) < 0) {
            return -1;
        }
        int pos = skip(folded, yearEnd + 1);
        if (pos < folded.length() && folded.charAt(pos) == '第') {
            pos = skip(folded, pos + 1);
        }
        int serialEnd = Numerals.end(folded, pos);
        int end = skip(folded, serialEnd);
        return serialEnd > pos && end < folded.length() && folded.charAt(end) == '号' ? end + 1 : -1;
    }

    private static int startOfAgency(String folded, int bracket) {
        int end = bracket;
        while (end > 0 && bracket - end < 2 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_AGENCY && Character.isIdeographic(folded.charAt(start - 1))) {
            start--;
        }
        return start == end ? bracket : start;
    }

    private static int skip(String folded, int from) {
        int pos = from;
        while (pos < folded.length() && pos - from < 3 && folded.charAt(pos) == ' ') {
            pos++;
        }
        return pos;
    }
}
