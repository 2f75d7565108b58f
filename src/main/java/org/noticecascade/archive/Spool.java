package org.noticecascade.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that grows beside the archive until its turn comes, in a temporary file instead of in memory. */
final class Spool implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    Spool() throws IOException {
        file = Files.createTempFile("notice-archive", ".tmp");
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    void write(String text) throws IOException {
        writer.write(text);
    }

    /** The file with everything written so far. */
    Path written() throws IOException {
        writer.flush();
        return file;
    }

    void copyTo(OutputStream out) throws IOException {
        Files.copy(written(), out);
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
