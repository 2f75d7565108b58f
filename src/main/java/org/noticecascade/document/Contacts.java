package org.noticecascade.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.document.Contact.Phone;

/** Finds whom to ask, and the telephone numbers and mail addresses in it. */
final class Contacts {
    private static final List<String> FIRST = List.of("联系人", "联系电话", "联系方式", "咨询电话", "业务咨询", "业务联系");
    private static final List<String> FURTHER =
            List.of("电话", "传真", "手机", "邮箱", "电子邮箱", "电子邮件", "电子信箱", "地址", "通讯地址", "通信地址", "邮编", "邮政编码", "E-mail");
    private static final int LONGEST_LABEL = 8;
    private static final int SHORTEST_PHONE = 7;

    /** 010 0000 0000: what looks like an area code may go on with the half of a number that looks like one too. */
    private static final int MOST_PARTS = 3;

    private Contacts() {}

    /** Whether the line is about the contact and nothing else. */
    static boolean begins(String folded) {
        return labelAt(folded, folded.startsWith("(") ? 1 : 0, FIRST);
    }

    /** Whether the line goes on with the contact begun on the line before. */
    static boolean continues(String folded) {
        return begins(folded) || labelAt(folded, folded.startsWith("(") ? 1 : 0, FURTHER);
    }

    /** The contact in brackets within a sentence: …报送总局(联系人:…); null where there is none. */
    static @Nullable Line within(Line line) {
        for (int i = line.folded().indexOf('('); i >= 0; i = line.folded().indexOf('(', i + 1)) {
            if (labelAt(line.folded(), i + 1, FIRST)) {
                int close = closingBracket(line.folded(), i);
                return close < 0 ? null : line.slice(i + 1, close);
            }
        }
        return null;
    }

    private static int closingBracket(String folded, int open) {
        int depth = 0;
        for (int i = open; i < folded.length() && i < open + 300; i++) {
            char c = folded.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static Contact contact(List<Line> lines) {
        List<String> texts = new ArrayList<>();
        List<Phone> phones = new ArrayList<>();
        List<String> emails = new ArrayList<>();
        for (Line line : lines) {
            texts.add(line.text());
            readPhones(line, phones);
            readEmails(line, emails);
        }
        return new Contact(String.join(" ", texts), phones, emails);
    }

    private static boolean labelAt(String folded, int start, List<String> labels) {
        for (String label : labels) {
            if (folded.startsWith(label, start)) {
                int end = start + label.length();
                String near = folded.substring(end, Math.min(folded.length(), end + LONGEST_LABEL + 1));
                int colon = near.indexOf(':');
                return colon >= 0 && near.substring(0, colon).indexOf('。') < 0;
            }
        }
        return false;
    }

    private static void readPhones(Line line, List<Phone> phones) {
        String folded = line.folded();
        int previousEnd = 0;
        int pos = 0;
        while (pos < folded.length()) {
            int end = phoneEnd(folded, pos);
            if (end > pos && digits(folded, pos, end) >= SHORTEST_PHONE && !touchesWord(folded, pos, end)) {
                phones.add(new Phone(line.text().substring(pos, end), isFax(folded, previousEnd, pos, end)));
                previousEnd = end;
            }
            pos = Math.max(end, pos + 1);
        }
    }

    /** Digits and hyphens; an area code may be parted from the rest by a bracket or a blank. */
    private static int phoneEnd(String folded, int start) {
        return phoneEnd(folded, start, MOST_PARTS);
    }

    private static int phoneEnd(String folded, int start, int parts) {
        int end = start;
        while (end < folded.length()
                && (Numerals.isDigit(folded.charAt(end)) || (end > start && isHyphen(folded, end)))) {
            end++;
        }
        boolean areaCode = parts > 1 && end - start >= 3 && end - start <= 4 && folded.charAt(start) == '0';
        if (areaCode && end + 1 < folded.length() && ") ".indexOf(folded.charAt(end)) >= 0) {
            return Math.max(end, phoneEnd(folded, end + 1, parts - 1));
        }
        while (end > start && isHyphen(folded, end - 1)) {
            end--;
        }
        return end;
    }

    private static boolean isHyphen(String folded, int pos) {
        return "-—–".indexOf(folded.charAt(pos)) >= 0;
    }

    private static int digits(String folded, int start, int end) {
        return (int) folded.substring(start, end)
                .chars()
                .filter(c -> Numerals.isDigit((char) c))
                .count();
    }

    private static boolean touchesWord(String folded, int start, int end) {
        return (start > 0 && isWordCharacter(folded.charAt(start - 1)))
                || (end < folded.length() && isWordCharacter(folded.charAt(end)));
    }

    private static boolean isFax(String folded, int previousEnd, int start, int end) {
        if (folded.startsWith("(传真)", end)) {
            return true;
        }
        int from = folded.startsWith("(传真)", previousEnd) && previousEnd > 0 ? previousEnd + 4 : previousEnd;
        String before = folded.substring(Math.min(from, start), start);
        return before.contains("传真") && !before.contains("电话");
    }

    private static void readEmails(Line line, List<String> emails) {
        String folded = line.folded();
        for (int at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
            int start = at;
            int end = at + 1;
            while (start > 0 && at - start < 64 && isMailCharacter(folded.charAt(start - 1))) {
                start--;
            }
            while (end < folded.length() && end - at < 64 && isMailCharacter(folded.charAt(end))) {
                end++;
            }
            if (start < at && end > at + 1) {
                emails.add(folded.substring(start, end));
            }
        }
    }

    private static boolean isWordCharacter(char c) {
        return (c < 0x7F && Character.isLetterOrDigit(c)) || c == '_' || c == '@';
    }

    private static boolean isMailCharacter(char c) {
        return c < 0x7F && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
    }
}
