package org.noticecascade.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files that are often renamed to .txt, told by their first bytes. */
enum FileSignature {
    ZIP("PK\u0003\u0004", "Word/WPS/压缩文件(docx、zip等)", "a docx or zip file"),
    OLE("\u00D0\u00CF\u0011\u00E0", "旧版Word/WPS文件(doc、wps)", "an old Word or WPS file"),
    PDF("%pdf-", "PDF文件", "a PDF file"),
    RTF("{\\rtf", "RTF文件", "an RTF file"),
    HTML("<html", "网页源代码(HTML)", "an HTML page"),
    DOCTYPE("<!doctype", "网页源代码(HTML)", "an HTML page"),
    XML("<?xml", "XML文件", "an XML file");

    private final String start;
    private final String chinese;
    private final String english;

    FileSignature(String start, String chinese, String english) {
        this.start = start;
        this.chinese = chinese;
        this.english = english;
    }

    static void refuseKnownBinary(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        String text = head.replace("\u00EF\u00BB\u00BF", "").stripLeading();
        for (FileSignature signature : values()) {
            if (head.startsWith(signature.start)
                    || text.toLowerCase(Locale.ROOT).startsWith(signature.start)) {
                throw TextRefusals.otherFormat(signature.chinese, signature.english);
            }
        }
    }
}
