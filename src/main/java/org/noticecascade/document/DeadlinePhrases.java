package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the time limits in one sentence; each place is looked at once and only a few characters around it. */
final class DeadlinePhrases {
    private static final String TIME_OF_DAY = "0123456789:时点分半上中下午晚班 ";
    private static final String NOT_A_LIMIT_AFTER = "来往期后夕述段景程端沿提者面";
    private static final List<String> LIMIT_BEFORE = List.of("截止", "截止时间", "截止日期", "时限", "不迟", "不晚", "最迟", "最晚");
    private static final List<String> LIMIT_AFTER = List.of("前", "之前", "以前", "截止", "为止", "止");
    private static final List<String> RHYTHMS = List.of("每季度", "每季", "每周", "每星期", "每半年", "每年");
    private static final List<String> SPANS = List.of("个工作日", "工作日", "个月", "日", "天", "周");

    private DeadlinePhrases() {}

    /**
     * @param date null unless the phrase names month and day
     */
    record Phrase(
            int start,
            int end,
            Deadline.Kind kind,
            @Nullable WrittenDate date) {}

    static List<Phrase> in(String folded) {
        List<Phrase> phrases = new ArrayList<>();
        int pos = 0;
        while (pos < folded.length()) {
            Phrase phrase = at(folded, pos);
            if (phrase != null) {
                phrases.add(phrase);
                pos = phrase.end();
            } else {
                pos++;
            }
        }
        return phrases;
    }

    private static @Nullable Phrase at(String folded, int pos) {
        char c = folded.charAt(pos);
        if (c == '每') {
            Phrase monthly = monthly(folded, pos);
            return monthly != null ? monthly : recurring(folded, pos);
        }
        boolean number = Numerals.isNumeral(c) && (pos == 0 || !Numerals.isNumeral(folded.charAt(pos - 1)));
        if (!number && "今本当明".indexOf(c) < 0) {
            return null;
        }
        WrittenDate date = WrittenDate.at(folded, pos);
        if (date != null) {
            return dated(folded, date);
        }
        return number ? relative(folded, pos) : null;
    }

    private static @Nullable Phrase dated(String folded, WrittenDate date) {
        int before = startOfLimitBefore(folded, date.start());
        int after = limitEnd(folded, date.end());
        if (after < 0 && before < 0) {
            return null;
        }
        int start = before >= 0 ? before : startWithPreposition(folded, date.start());
        Deadline.Kind kind = date.year() == null ? Deadline.Kind.YEAR_ASSUMED : Deadline.Kind.ONCE;
        return new Phrase(start, after < 0 ? date.end() : after, kind, date);
    }

    private static @Nullable Phrase monthly(String folded, int pos) {
        if (!folded.startsWith("每月", pos)) {
            return null;
        }
        int numberEnd = Numerals.end(folded, pos + 2);
        boolean day = numberEnd > pos + 2 && startsWithAny(folded, numberEnd, "日", "号");
        boolean last = startsWithAny(folded, pos + 2, "底", "末");
        if (!day && !last) {
            return null;
        }
        int end = limitEnd(folded, (day ? numberEnd : pos + 2) + 1);
        return end < 0 ? null : new Phrase(startWithPreposition(folded, pos), end, Deadline.Kind.MONTHLY, null);
    }

    private static @Nullable Phrase recurring(String folded, int pos) {
        for (String rhythm : RHYTHMS) {
            if (folded.startsWith(rhythm, pos)) {
                int limit = Math.min(folded.length(), pos + 16);
                for (int i = pos + rhythm.length(); i < limit && ",。;、".indexOf(folded.charAt(i)) < 0; i++) {
                    int end = limitEnd(folded, i);
                    if (end > 0 && folded.charAt(end - 1) == '前') {
                        return new Phrase(startWithPreposition(folded, pos), end, Deadline.Kind.RECURRING, null);
                    }
                }
                return null;
            }
        }
        return null;
    }

    private static @Nullable Phrase relative(String folded, int pos) {
        int numberEnd = Numerals.end(folded, pos);
        if (numberEnd == pos) {
            return null;
        }
        for (String span : SPANS) {
            int spanEnd = numberEnd + span.length();
            if (folded.startsWith(span, numberEnd) && startsWithAny(folded, spanEnd, "内", "之内", "以内")) {
                int end = folded.indexOf('内', spanEnd) + 1;
                return new Phrase(startOfEvent(folded, pos), end, Deadline.Kind.RELATIVE, null);
            }
        }
        return null;
    }

    /** The start of 自…之日起 right before {@code pos}; {@code pos} where there is none. */
    private static int startOfEvent(String folded, int pos) {
        if (pos == 0 || folded.charAt(pos - 1) != '起') {
            return pos;
        }
        int from = folded.lastIndexOf('自', pos);
        return from >= 0 && pos - from <= 30 ? from : pos;
    }

    /** The end of 前, 之前, 截止 … behind a date, over a weekday in brackets and a time of day; or -1. */
    private static int limitEnd(String folded, int from) {
        int pos = from;
        if (pos < folded.length() && folded.charAt(pos) == '(') {
            int close =
                    folded.substring(pos, Math.min(folded.length(), pos + 12)).indexOf(')');
            pos = close < 0 ? pos : pos + close + 1;
        }
        while (pos < folded.length() && pos - from < 24 && TIME_OF_DAY.indexOf(folded.charAt(pos)) >= 0) {
            pos++;
        }
        for (String word : LIMIT_AFTER) {
            int end = pos + word.length();
            if (folded.startsWith(word, pos)
                    && (end >= folded.length() || NOT_A_LIMIT_AFTER.indexOf(folded.charAt(end)) < 0)) {
                return end;
            }
        }
        return -1;
    }

    private static int startWithPreposition(String folded, int start) {
        return start > 0 && "于在至到".indexOf(folded.charAt(start - 1)) >= 0 ? start - 1 : start;
    }

    /** The start of 截止时间为 … right before {@code start}, or -1. */
    private static int startOfLimitBefore(String folded, int start) {
        int end = start;
        while (end > 0 && start - end < 3 && "为是至到于在: ".indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        int found = -1;
        for (String word : LIMIT_BEFORE) {
            int from = end - word.length();
            if (from >= 0 && folded.startsWith(word, from)) {
                found = found < 0 ? from : Math.min(found, from);
            }
        }
        return found;
    }

    private static boolean startsWithAny(String folded, int pos, String... words) {
        for (String word : words) {
            if (folded.startsWith(word, pos)) {
                return true;
            }
        }
        return false;
    }
}
