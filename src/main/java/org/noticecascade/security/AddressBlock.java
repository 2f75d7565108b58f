package org.noticecascade.security;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses count as one caller: an IPv4 address alone, an IPv6 address with the 2^64 beside it. */
final class AddressBlock {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private AddressBlock() {}

    static String of(String address) {
        return IPV6.matcher(address).matches() ? firstHalf(address) : address;
    }

    private static String firstHalf(String address) {
        String plain = address.replaceFirst("%.*", "");
        int gap = plain.indexOf("::");
        String head = gap < 0 ? plain : plain.substring(0, gap);
        String tail = gap < 0 ? "" : plain.substring(gap + 2);
        String[] left = head.isEmpty() ? new String[0] : head.split(":");
        String[] right = tail.isEmpty() ? new String[0] : tail.split(":");
        StringBuilder block = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            int fromRight = group - (8 - right.length);
            String text = group < left.length ? left[group] : fromRight >= 0 ? right[fromRight] : "0";
            block.append(text.replaceFirst("^0+(?=.)", "")).append(':');
        }
        return block.toString().toLowerCase(Locale.ROOT);
    }
}
