package org.noticecascade.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.noticecascade.ledger.Head;

/**
 * What an archive says of itself.
 *
 * @param files by path
 * @param before where the chain in the archive begins
 * @param sha256 of the manifest itself
 */
record Manifest(Map<String, Listed> files, Head head, Head before, long entries, String title, String sha256) {

    record Listed(long size, String sha256) {}

    /** @throws IOException if there is none or it is not one of ours */
    static Manifest in(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ArchiveWriter.MANIFEST);
        if (entry == null) {
            throw new IOException("没有 manifest.json，不是完整的档案包 [no manifest.json: not a whole archive]");
        }
        JsonNode json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = new ObjectMapper().readTree(in);
        }
        if (!ArchiveWriter.FORMAT.equals(json.path("format").asText())) {
            throw new IOException("manifest.json 的格式不认识：" + json.path("format").asText() + " [unknown format]");
        }
        Map<String, Listed> files = new LinkedHashMap<>();
        for (JsonNode file : json.path("files")) {
            files.put(
                    file.path("path").asText(),
                    new Listed(file.path("size").asLong(), file.path("sha256").asText()));
        }
        return new Manifest(
                files,
                head(json.path("ledgerHead")),
                head(json.path("ledgerBefore")),
                json.path("ledgerEntries").asLong(),
                json.path("documentNumber").asText("") + " "
                        + json.path("title").asText(""),
                ArchiveFiles.sha256(zip, entry).sha256());
    }

    private static Head head(JsonNode json) {
        return new Head(json.path("position").asLong(), json.path("hash").asText());
    }
}
