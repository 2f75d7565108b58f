package org.noticecascade.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings a notice may have. */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_MARKED(StandardCharsets.UTF_8, 3),
    UTF_16_LE(StandardCharsets.UTF_16LE, 2),
    UTF_16_BE(StandardCharsets.UTF_16BE, 2),
    GB18030(Charset.forName("GB18030"), 0);

    /** So many Chinese characters read as UTF-8 before the first error: damaged UTF-8, not GB18030. */
    private static final int CERTAINLY_UTF_8 = 10;

    /** Characters and signs of which every Chinese notice has some, and wrongly decoded text hardly any. */
    private static final String EVERYDAY = "的一是在和有年月日关于通知、。，：";

    /** Fewer characters than this prove nothing. */
    private static final int TOO_FEW = 8;

    private final Charset charset;
    private final int markLength;

    TextEncoding(Charset charset, int markLength) {
        this.charset = charset;
        this.markLength = markLength;
    }

    String label() {
        return charset.name();
    }

    static TextEncoding of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return UTF_8_MARKED;
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return UTF_16_LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return UTF_16_BE;
        }
        return utf8OrGb18030(bytes);
    }

    String decode(byte[] bytes) {
        try {
            return strict(charset)
                    .decode(ByteBuffer.wrap(bytes, markLength, bytes.length - markLength))
                    .toString();
        } catch (CharacterCodingException e) {
            throw TextRefusals.unknownEncoding();
        }
    }

    /** Refuses text that decoded without error but is no Chinese (and no plain ASCII) text. */
    static void refuseGarbled(String text) {
        int ideographs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (EVERYDAY.indexOf(c) >= 0) {
                return;
            }
            if (c > 0x7F) {
                ideographs++;
            }
        }
        if (ideographs >= TOO_FEW) {
            throw TextRefusals.unknownEncoding();
        }
    }

    private static TextEncoding utf8OrGb18030(byte[] bytes) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        int chinese = 0;
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
            chinese += countChinese(out.flip());
        } while (result.isOverflow());
        if (result.isUnderflow()) {
            return UTF_8;
        }
        if (chinese >= CERTAINLY_UTF_8) {
            throw TextRefusals.damagedUtf8(in.position());
        }
        return GB18030;
    }

    private static int countChinese(CharBuffer chars) {
        int count = 0;
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c >= 0x3000 && c < 0xA000) {
                count++;
            }
        }
        return count;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
