package org.noticecascade.document;

import java.nio.charset.StandardCharsets;
import org.noticecascade.Refusal;

/** The text of a notice and the encoding it was read with. */
public final class NoticeText {
    private final String text;
    private final String encoding;

    private NoticeText(String text, String encoding) {
        this.text = text;
        this.encoding = encoding;
    }

    /**
     * Decides the encoding by content: a byte order mark, else strict UTF-8, else strict GB18030 (which covers GBK).
     *
     * @param maxBytes the largest file read, in bytes
     * @throws Refusal if the file is too large, empty, not text, damaged or of an unknown encoding
     */
    public static NoticeText decode(byte[] bytes, long maxBytes) {
        requireSize(bytes.length, maxBytes);
        if (bytes.length == 0) {
            throw TextRefusals.empty();
        }
        FileSignature.refuseKnownBinary(bytes);
        TextEncoding encoding = TextEncoding.of(bytes);
        String text = encoding.decode(bytes);
        refuseUnreadable(text);
        if (encoding == TextEncoding.GB18030) {
            TextEncoding.refuseGarbled(text);
        }
        return new NoticeText(text, encoding.label());
    }

    /**
     * Requires a file that may be read.
     *
     * @throws Refusal if it is larger than {@code maxBytes}
     */
    public static void requireSize(long sizeBytes, long maxBytes) {
        if (sizeBytes > maxBytes) {
            throw TextRefusals.tooLarge(sizeBytes, maxBytes);
        }
    }

    /**
     * Takes text that is already decoded, for example pasted.
     *
     * @throws Refusal if it is blank or holds control characters
     */
    public static NoticeText of(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        refuseUnreadable(withoutMark);
        return new NoticeText(withoutMark, StandardCharsets.UTF_8.name());
    }

    public String text() {
        return text;
    }

    /** The name of the encoding, for example {@code GB18030}; {@code UTF-8} for pasted text. */
    public String encoding() {
        return encoding;
    }

    private static void refuseUnreadable(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isForeignControl(c)) {
                throw TextRefusals.binary();
            }
            blank &= Folding.isBlank(c);
        }
        if (blank) {
            throw TextRefusals.empty();
        }
    }

    private static boolean isForeignControl(char c) {
        boolean layout = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085';
        return (Character.isISOControl(c) && !layout) || c == '\uFFFE' || c == '\uFFFF';
    }
}
