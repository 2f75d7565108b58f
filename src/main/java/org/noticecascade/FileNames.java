package org.noticecascade;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as they travel: out of a form, into the header of a download, inside a package. */
public final class FileNames {
    private static final int LONGEST = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
    private static final Pattern ESCAPED_BY_BROWSERS = Pattern.compile("%(22|0[Dd]|0[Aa])");
    private static final Pattern ASCII = Pattern.compile("[ -~]+");
    private static final Pattern UNSAFE = Pattern.compile("^[.~-]+|[^A-Za-z0-9 ._()+,=@~-]");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private FileNames() {}

    /**
     * The name of an upload, see {@link #bare}. Browsers write a quotation mark and line breaks of a name as {@code %22},
     * {@code %0D} and {@code %0A}, and nothing else.
     */
    public static String received(@Nullable String name) {
        if (name == null) {
            return "";
        }
        Matcher escaped = ESCAPED_BY_BROWSERS.matcher(name);
        return bare(escaped.replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    /** Without folders and what cannot be seen; of a long name the end, with the extension. Empty where nothing is left. */
    public static String bare(String name) {
        String visible = INVISIBLE.matcher(name).replaceAll("");
        String last = FOLDERS.matcher(visible).replaceFirst("").strip();
        int tooMany = last.length() - LONGEST;
        if (tooMany <= 0) {
            return last;
        }
        return last.substring(Character.isLowSurrogate(last.charAt(tooMany)) ? tooMany + 1 : tooMany);
    }

    /**
     * {@code Content-Disposition} of a download: {@code filename*} with the whole name, and before it a {@code filename}
     * in plain letters, which {@code curl -OJ} and old programs save.
     *
     * @param plainStem letters and digits that take the place of a name which is not ASCII; the extension is kept
     */
    public static String attachment(String name, String plainStem) {
        String bare = bare(name);
        Matcher extension = EXTENSION.matcher(bare);
        String plain = ASCII.matcher(bare).matches() ? bare : plainStem + (extension.find() ? extension.group() : "");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(UNSAFE.matcher(plain).replaceAll("_"), percentEncoded(bare));
    }

    /** The path of an entry of a package, however a program wrote it: {@code /word\media/} for {@code word/media/}. */
    public static String inPackage(String entry) {
        return entry.replace('\\', '/').replaceAll("(?<=^|/)(?:\\.?/)+", "");
    }

    private static String percentEncoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = UNRESERVED.indexOf(c) >= 0;
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
