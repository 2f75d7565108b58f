package org.noticecascade;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where the command line modes print to. */
public final class Terminal {
    private Terminal() {}

    /** Standard output; a terminal that cannot show Chinese in its own encoding gets UTF-8. */
    public static PrintStream out() {
        boolean chinese = Charset.defaultCharset().newEncoder().canEncode('督');
        return chinese
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
