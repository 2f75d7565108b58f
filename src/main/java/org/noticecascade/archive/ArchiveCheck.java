package org.noticecascade.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.noticecascade.ledger.Head;

/** Checks an archive by itself: no database, no service, every file read once. */
final class ArchiveCheck {
    private ArchiveCheck() {}

    /**
     * What came of it.
     *
     * @param count how many differences; the first are named
     */
    record Outcome(Manifest manifest, long count, List<String> differences) {}

    /**
     * @param known heads written down elsewhere
     * @throws IOException if the file cannot be read or is no archive of ours
     */
    static Outcome of(Path file, List<Head> known) throws IOException {
        Differences differences = new Differences();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Manifest manifest = Manifest.in(zip);
            new ArchiveFiles(zip, manifest, differences).compare();
            ArchivedChain chain = new ArchivedChain(manifest, known, differences);
            try {
                chain.compute(zip);
            } catch (IOException | RuntimeException e) {
                differences.add("台账部分无法读取：" + e.getMessage(), "the ledger cannot be read");
            }
            compareEvidence(manifest, chain.evidence(), differences);
            return new Outcome(manifest, differences.count(), differences.kept());
        }
    }

    /** The ledger holds the hash of each evidence file since its upload. */
    private static void compareEvidence(Manifest manifest, Set<String> uploaded, Differences differences) {
        manifest.files().forEach((path, file) -> {
            if (path.matches("units/.*/evidence/.*") && !uploaded.contains(file.sha256())) {
                differences.add("佐证材料不是台账所记上传的文件：" + path, "the ledger knows no upload of this file");
            }
        });
    }
}
