package org.noticecascade.document;

/** Small numbers in digits or Chinese numerals, read at a place of a folded text. */
final class Numerals {
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final int MAX_LENGTH = 4;

    /** Written for 〇 within Chinese numerals: digit zero, letter O. */
    private static final String ALSO_ZERO = "0Oo零";

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
            if (digits ? !isDigit(c) : !isChinese(c) && !(end > from && ALSO_ZERO.indexOf(c) >= 0)) {
                break;
            }
            end++;
        }
        return end - from > MAX_LENGTH ? from : end;
    }

    /**
     * The end of a number whose digits stand apart, as in justified lines of PDF files: 2 0 2 6, 1 2; {@code from} where
     * there is none. One blank stands between two digits.
     */
    static int endApart(String folded, int from) {
        int end = from;
        int count = 0;
        while (end < folded.length() && isNumeral(folded.charAt(end)) && !isNumeralAt(folded, end + 1)) {
            count++;
            if (count > MAX_LENGTH) {
                return from;
            }
            end++;
            if (end + 1 >= folded.length() || folded.charAt(end) != ' ' || !isNumeralAt(folded, end + 1)) {
                return count > 1 ? end : from;
            }
            end++;
        }
        return from;
    }

    private static boolean isNumeralAt(String folded, int at) {
        return at < folded.length() && isNumeral(folded.charAt(at));
    }

    /** The value of a number as delimited by {@link #end} or {@link #endApart}: 15, 1 5, 十五, 廿一, 二〇二一. */
    static int value(String written) {
        String number = written.replace(" ", "");
        char first = number.isEmpty() ? ' ' : number.charAt(0);
        if (first == '廿' || first == '卅') {
            return (first == '廿' ? 20 : 30) + positional(number.substring(1));
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return positional(number);
        }
        int tens = ten == 0 ? 1 : positional(number.substring(0, ten));
        return tens * 10 + positional(number.substring(ten + 1));
    }

    private static boolean isChinese(char c) {
        return "十零廿卅".indexOf(c) >= 0 || CHINESE.indexOf(c) >= 0;
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
