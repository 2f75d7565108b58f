package org.noticecascade.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive file by file, and at its end the hashes of all. Names are UTF-8; of the contents nothing is kept. */
final class ArchiveWriter implements AutoCloseable {
    static final String FORMAT = "notice-cascade archive 1";
    static final String MANIFEST = "manifest.json";
    static final String SUMS = "SHA256SUMS";

    private final ZipOutputStream zip;
    private final Spool files = new Spool();
    private final ObjectMapper json;
    private final Clock clock;

    ArchiveWriter(OutputStream out, ObjectMapper json, Clock clock) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json;
        this.clock = clock;
    }

    /** Writes the bytes of one file. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String path, Body body) throws IOException {
        HashedStream written = write(path, body);
        files.write("%s %d %s\n".formatted(written.sha256Hex(), written.size(), path));
    }

    void addText(String path, String text) throws IOException {
        add(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void addJson(String path, Object value) throws IOException {
        add(path, out -> out.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value)));
    }

    /**
     * Writes the manifest and the sums.
     *
     * @param about what the manifest says besides the files
     * @return SHA-256 of the manifest
     */
    String finish(Map<String, Object> about) throws IOException {
        String hash = write(MANIFEST, out -> writeManifest(about, out)).sha256Hex();
        write(SUMS, out -> writeSums(hash, out));
        zip.finish();
        zip.flush();
        return hash;
    }

    private HashedStream write(String path, Body body) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(clock.millis());
        zip.putNextEntry(entry);
        HashedStream hashed = new HashedStream(zip);
        body.writeTo(hashed);
        zip.closeEntry();
        return hashed;
    }

    private void writeManifest(Map<String, Object> about, OutputStream out) throws IOException {
        try (JsonGenerator manifest = json.getFactory().createGenerator(out);
                BufferedReader lines = Files.newBufferedReader(files.written(), StandardCharsets.UTF_8)) {
            manifest.useDefaultPrettyPrinter();
            manifest.writeStartObject();
            manifest.writeStringField("format", FORMAT);
            for (Map.Entry<String, Object> field : about.entrySet()) {
                manifest.writeObjectField(field.getKey(), field.getValue());
            }
            manifest.writeArrayFieldStart("files");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 3);
                manifest.writeStartObject();
                manifest.writeStringField("path", parts[2]);
                manifest.writeNumberField("size", Long.parseLong(parts[1]));
                manifest.writeStringField("sha256", parts[0]);
                manifest.writeEndObject();
            }
            manifest.writeEndArray();
            manifest.writeEndObject();
        }
    }

    /** As {@code sha256sum -c} reads them. */
    private void writeSums(String manifestHash, OutputStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(files.written(), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 3);
                out.write("%s  %s\n".formatted(parts[0], parts[2]).getBytes(StandardCharsets.UTF_8));
            }
        }
        out.write("%s  %s\n".formatted(manifestHash, MANIFEST).getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves the stream below open. */
    @Override
    public void close() throws IOException {
        files.close();
    }
}
