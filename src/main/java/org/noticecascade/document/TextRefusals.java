package org.noticecascade.document;

import org.noticecascade.Refusal;

/** What a person reads when a file cannot be taken as text. */
final class TextRefusals {
    private static final String PASTE = "请打开原文,复制正文后粘贴,或另存为UTF-8编码的纯文本(.txt)再上传。";
    private static final String PASTE_EN = "Open the original and paste its text, or save it as UTF-8 plain text.";

    private TextRefusals() {}

    static Refusal tooLarge(long bytes, long maxBytes) {
        return Refusal.invalid(
                "文件过大,未读取:文件为%s,上限为%s。通知文本通常不足1MB,请确认选对了文件,或只上传正文。".formatted(size(bytes), size(maxBytes)),
                "The file has %d bytes, more than the %d allowed; upload the text of the notice only."
                        .formatted(bytes, maxBytes));
    }

    static Refusal empty() {
        return Refusal.invalid(
                "文件是空的,没有可读的文字。请重新选择通知文本,或直接粘贴正文。",
                "The file is empty. Choose the text of the notice again, or paste it.");
    }

    static Refusal binary() {
        return Refusal.invalid(
                "文件不是纯文本(含有二进制内容),可能是改了扩展名的其他文件,未读取。" + PASTE,
                "The file is not plain text, whatever its name says. " + PASTE_EN);
    }

    static Refusal otherFormat(String chineseName, String englishName) {
        return Refusal.invalid(
                "这是%s,不是纯文本,未读取。%s".formatted(chineseName, PASTE),
                "This is %s, not plain text. %s".formatted(englishName, PASTE_EN));
    }

    static Refusal damagedUtf8(int offset) {
        return Refusal.invalid(
                "文件像是UTF-8文本,但第%d字节处损坏或被截断,未读取。请重新导出或粘贴正文。".formatted(offset + 1),
                "The file looks like UTF-8 but is damaged at byte %d; export it again or paste the text."
                        .formatted(offset + 1));
    }

    static Refusal unknownEncoding() {
        return Refusal.invalid(
                "无法识别文件的文字编码(既不是UTF-8,也不是GB18030/GBK),未读取。" + PASTE,
                "The encoding is neither UTF-8 nor GB18030/GBK. " + PASTE_EN);
    }

    private static String size(long bytes) {
        if (bytes < 1024 * 1024) {
            return bytes < 1024 ? bytes + "字节" : bytes / 1024 + "KB";
        }
        return "%.1fMB".formatted(bytes / (1024.0 * 1024.0));
    }
}
