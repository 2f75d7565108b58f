package org.noticecascade.document;

/** Small numbers in digits or Chinese numerals, read at a place of a folded text. */
final class Numerals {
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final int MAX_LENGTH = 4;

    private Numerals() {}

    static boolean isNumeral(char c) {
        return isDigit(c) || isChinese(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The end of the number that begins at {@code from}; {@code from} where there is none or it is too long. */
    static int end(String folded, int from) {
        if (from >= folded.length()) {
            return from;
        }
        boolean digits = isDigit(folded.charAt(from));
        int end = from;
        while (end < folded.length() && end - from <= MAX_LENGTH) {
            char c = folded.charAt(end);
            if (digits ? !isDigit(c) : !isChinese(c)) {
                break;
            }
            end++;
        }
        return end - from > MAX_LENGTH ? from : end;
    }

    /** The value of a number as delimited by {@link #end}: 15, 十五, 三十一, 二〇二一. */
    static int value(String number) {
        int ten = number.indexOf('十');
        if (ten < 0) {
            return positional(number);
        }
        int tens = ten == 0 ? 1 : positional(number.substring(0, ten));
        return tens * 10 + positional(number.substring(ten + 1));
    }

    private static boolean isChinese(char c) {
        return c == '十' || c == '零' || CHINESE.indexOf(c) >= 0;
    }

    private static int positional(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = isDigit(c) ? c - '0' : Math.max(0, CHINESE.indexOf(c));
            value = value * 10 + digit;
        }
        return value;
    }
}
