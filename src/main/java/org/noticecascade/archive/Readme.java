package org.noticecascade.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.noticecascade.ledger.Head;
import org.noticecascade.notice.Notice;

/** What is in the archive and how to check it. */
final class Readme {
    private static final String TEXT = "/archive/README.txt";

    private Readme() {}

    static String of(Notice notice, Head head, OffsetDateTime at) {
        try (InputStream text = Readme.class.getResourceAsStream(TEXT)) {
            if (text == null) {
                throw new IllegalStateException("The jar has no " + TEXT);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${notice}", notice.caption())
                    .replace("${head}", head.toString())
                    .replace("${at}", String.valueOf(Html.moment(at)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
