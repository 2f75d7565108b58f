package org.noticecascade.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An archive unpacked, to be tampered with and packed again. */
final class Repacked {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Repacked(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    /** The only path that ends so. */
    String pathEnding(String end) {
        return files.keySet().stream()
                .filter(path -> path.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    Repacked change(String path, UnaryOperator<String> change) {
        files.put(path, change.apply(text(path)).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Repacked remove(String path) {
        files.remove(path);
        return this;
    }

    /** Lets manifest and sums agree with the files again, as a forger would. */
    Repacked relist() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = (ObjectNode) json.readTree(files.get("manifest.json"));
        StringBuilder sums = new StringBuilder();
        for (JsonNode listed : manifest.path("files")) {
            byte[] content = files.get(listed.path("path").asText());
            ((ObjectNode) listed).put("size", content.length).put("sha256", sha256(content));
            sums.append(sha256(content))
                    .append("  ")
                    .append(listed.path("path").asText())
                    .append('\n');
        }
        byte[] written = json.writeValueAsBytes(manifest);
        files.put("manifest.json", written);
        sums.append(sha256(written)).append("  manifest.json\n");
        files.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path pack(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
