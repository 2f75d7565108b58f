package org.noticecascade.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compares every file of an archive with its manifest, and the manifest with the sums. */
final class ArchiveFiles {
    private final ZipFile zip;
    private final Manifest manifest;
    private final Differences differences;

    ArchiveFiles(ZipFile zip, Manifest manifest, Differences differences) {
        this.zip = zip;
        this.manifest = manifest;
        this.differences = differences;
    }

    void compare() throws IOException {
        compareNames();
        for (Map.Entry<String, Manifest.Listed> file : manifest.files().entrySet()) {
            compareFile(file.getKey(), file.getValue());
        }
        compareSums();
    }

    private void compareNames() {
        Set<String> seen = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!seen.add(name)) {
                differences.add("文件重名：" + name, "name occurs twice");
            } else if (!manifest.files().containsKey(name)
                    && !name.equals(ArchiveWriter.MANIFEST)
                    && !name.equals(ArchiveWriter.SUMS)) {
                differences.add("多出的文件：" + name, "file added");
            }
        });
    }

    private void compareFile(String path, Manifest.Listed listed) {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            differences.add("缺少文件：" + path, "file missing");
            return;
        }
        try {
            if (!sha256(zip, entry).equals(listed)) {
                differences.add("文件被改动：" + path, "file altered");
            }
        } catch (IOException e) {
            differences.add("文件已损坏：%s（%s）".formatted(path, e.getMessage()), "file damaged");
        }
    }

    private void compareSums() throws IOException {
        ZipEntry sums = zip.getEntry(ArchiveWriter.SUMS);
        if (sums == null) {
            differences.add("缺少文件：" + ArchiveWriter.SUMS, "file missing");
            return;
        }
        Set<String> listed = new HashSet<>();
        try (BufferedReader lines = reader(zip, sums)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String path = line.length() > 66 ? line.substring(66) : "";
                listed.add(path);
                if (!line.startsWith(hashOf(path) + "  ")) {
                    differences.add("SHA256SUMS 与清单不一致：" + path, "sums and manifest disagree");
                }
            }
        }
        manifest.files().keySet().stream()
                .filter(path -> !listed.contains(path))
                .forEach(path -> differences.add("SHA256SUMS 中没有：" + path, "not in the sums"));
        if (!listed.contains(ArchiveWriter.MANIFEST)) {
            differences.add("SHA256SUMS 中没有：" + ArchiveWriter.MANIFEST, "not in the sums");
        }
    }

    private String hashOf(String path) {
        if (path.equals(ArchiveWriter.MANIFEST)) {
            return manifest.sha256();
        }
        Manifest.Listed listed = manifest.files().get(path);
        return listed == null ? "-" : listed.sha256();
    }

    static Manifest.Listed sha256(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                HashedStream hashed = new HashedStream(OutputStream.nullOutputStream())) {
            in.transferTo(hashed);
            return new Manifest.Listed(hashed.size(), hashed.sha256Hex());
        }
    }

    static BufferedReader reader(ZipFile zip, ZipEntry entry) throws IOException {
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }
}
