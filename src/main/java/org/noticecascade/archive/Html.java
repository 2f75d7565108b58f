package org.noticecascade.archive;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.noticecascade.NoticeCascadeApplication;
import org.springframework.web.util.HtmlUtils;

/** Pages a person opens from the unpacked folder: no script, nothing from outside, every text escaped. */
final class Html {
    static final String END = "</body></html>\n";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(NoticeCascadeApplication.ZONE));
    private static final String BEGIN = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s</title>
            <style>body{font:16px/1.7 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
            h1{font-size:1.5em}h2{font-size:1.2em;border-top:1px solid #999;padding-top:.6em}h3{font-size:1em}
            dt{font-weight:bold}dd{margin:0 0 .5em 1em;white-space:pre-wrap}pre{white-space:pre-wrap;font:inherit}
            </style></head><body>
            <h1>%1$s</h1>
            """;

    private Html() {}

    static String begin(String title) {
        return BEGIN.formatted(text(title));
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : HtmlUtils.htmlEscape(value.toString(), "UTF-8");
    }

    /** A term and what it says; nothing for an absent value. */
    static String term(String label, @Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? ""
                : "<dt>%s</dt><dd>%s</dd>\n".formatted(text(label), text(value));
    }

    static String link(String href, String label) {
        return "<a href=\"%s\">%s</a>".formatted(text(href), text(label));
    }

    static @Nullable String moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : MOMENT.format(moment);
    }
}
