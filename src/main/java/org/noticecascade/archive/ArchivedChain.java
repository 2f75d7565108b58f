package org.noticecascade.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.SealHash;

/**
 * Computes the chain of an archive anew, from before the notice's first entry to the head, and compares the entries on
 * the way. Both files are read once, side by side.
 */
final class ArchivedChain {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");
    private static final Pattern GONE = Pattern.compile("(\\d{1,18}) missing ([0-9a-f]{64})");
    private static final Pattern ADDED = Pattern.compile("SHA-256 ([0-9a-f]{64})$");

    private final ObjectMapper json = new ObjectMapper();
    private final Manifest manifest;
    private final List<Head> known;
    private final Differences differences;
    private final Set<String> evidence = new HashSet<>();
    private Head end;
    private long entries;

    ArchivedChain(Manifest manifest, List<Head> known, Differences differences) {
        this.manifest = manifest;
        this.known = known;
        this.differences = differences;
        this.end = manifest.before();
    }

    /** SHA-256 of every evidence file whose upload is among the entries. */
    Set<String> evidence() {
        return evidence;
    }

    void compute(ZipFile zip) throws IOException {
        ZipEntry chain = zip.getEntry(LedgerFiles.CHAIN);
        ZipEntry own = zip.getEntry(LedgerFiles.ENTRIES);
        if (chain == null || own == null) {
            return;
        }
        try (BufferedReader hashes = ArchiveFiles.reader(zip, chain);
                BufferedReader lines = ArchiveFiles.reader(zip, own)) {
            compareKnown();
            ArchivedEntry next = next(lines);
            for (String line = hashes.readLine(); line != null; line = hashes.readLine()) {
                next = follow(line, next, lines);
            }
            for (; next != null; next = next(lines)) {
                differences.add("台账记录不在链上：位置 " + next.position(), "entry outside the chain");
            }
        }
        compareEnd();
    }

    /** Goes on by one place; returns the entry to come. */
    private @Nullable ArchivedEntry follow(String line, @Nullable ArchivedEntry next, BufferedReader lines)
            throws IOException {
        Matcher gone = GONE.matcher(line);
        Matcher there = LINE.matcher(line);
        if (gone.matches()) {
            differences.add("导出时台账缺少位置 " + gone.group(1) + " 的记录", "entry was missing at the export");
            end = new Head(Long.parseLong(gone.group(1)), gone.group(2));
            return next;
        }
        if (!there.matches() || Long.parseLong(there.group(1)) != end.position() + 1) {
            differences.add("chain.txt 在位置 %d 之后不连续".formatted(end.position()), "chain.txt has a gap");
            return next;
        }
        long position = end.position() + 1;
        String previous = end.hash();
        end = new Head(position, SealHash.ofSeal(position, previous, there.group(2)));
        compareKnown();
        if (next == null || next.position() != position) {
            return next;
        }
        compare(next, previous, there.group(2));
        return next(lines);
    }

    private void compare(ArchivedEntry entry, String previous, String hash) {
        entries++;
        boolean fits = SealHash.ofEntry(entry.row()).equals(hash)
                && entry.previousHash().equals(previous)
                && entry.hash().equals(end.hash());
        if (!fits) {
            differences.add("台账记录与链不符：位置 %d，记录 %d".formatted(entry.position(), entry.id()), "entry altered");
        }
        Matcher added = ADDED.matcher(entry.to() == null ? "" : entry.to());
        if (entry.act().equals(Act.FILE_ADDED.name()) && added.find()) {
            evidence.add(added.group(1));
        }
    }

    private void compareKnown() {
        for (Head head : known) {
            if (head.position() == end.position() && !head.hash().equals(end.hash())) {
                differences.add("位置 %d 的哈希与记下的链首不符".formatted(end.position()), "not the chain of the head given");
            }
        }
    }

    private void compareEnd() {
        if (!end.equals(manifest.head())) {
            differences.add("链止于 %s，清单的链首为 %s".formatted(end, manifest.head()), "the chain does not end in its head");
        }
        if (entries != manifest.entries()) {
            differences.add("台账记录 %d 条，清单为 %d 条".formatted(entries, manifest.entries()), "number of entries differs");
        }
        for (Head head : known) {
            if (head.position() < manifest.before().position() || head.position() > end.position()) {
                differences.add(
                        "记下的链首 %d 不在本档案包的链段内，无法比对".formatted(head.position()),
                        "the head given lies outside this archive");
            }
        }
    }

    private @Nullable ArchivedEntry next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line == null ? null : json.readValue(line, ArchivedEntry.class);
    }
}
