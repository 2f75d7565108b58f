package org.noticecascade.fuzz;

import java.util.Base64;

/** Any input as text that can be copied into a regression test. */
public final class Shown {
    private static final int MOST = 3000;

    private Shown() {}

    /** With everything but plain characters and Chinese escaped as in Java, cut in the middle. */
    public static String of(String text) {
        String cut = text.length() <= MOST
                ? text
                : text.substring(0, MOST / 2)
                        + "…[%d left out]…".formatted(text.length() - MOST)
                        + text.substring(text.length() - MOST / 2);
        StringBuilder shown = new StringBuilder();
        cut.chars().forEach(c -> {
            boolean plain = (c >= ' ' && c < 0x7F && c != '\\')
                    || (c >= 0x3000 && c < 0xA000)
                    || (c >= 0xFF00 && c < 0xFF60)
                    || c == '…';
            shown.append(plain ? String.valueOf((char) c) : "\\u%04X".formatted(c));
        });
        return shown.toString();
    }

    /** In Base64, as {@code base64 -d} and {@link Base64} take it. */
    public static String of(byte[] bytes) {
        return bytes.length > MOST
                ? "%d bytes, beginning with %s"
                        .formatted(
                                bytes.length, Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, MOST)))
                : Base64.getEncoder().encodeToString(bytes);
    }
}
