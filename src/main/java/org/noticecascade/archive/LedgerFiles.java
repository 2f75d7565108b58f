package org.noticecascade.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.noticecascade.ledger.Chain;
import org.noticecascade.ledger.Head;
import org.noticecascade.ledger.LedgerRow;
import org.noticecascade.ledger.Link;
import org.noticecascade.ledger.SealHash;
import org.springframework.stereotype.Component;

/**
 * The notice's entries of the ledger, and of all entries from its first to the head the hash alone: with these, every
 * place of the chain up to the head can be computed without reading what other notices' entries say.
 */
@Component
class LedgerFiles {
    static final String ENTRIES = "ledger/entries.jsonl";
    static final String CHAIN = "ledger/chain.txt";
    private static final int PAGE = 1000;

    private final Chain chain;
    private final ObjectMapper json;

    LedgerFiles(Chain chain, ObjectMapper json) {
        this.chain = chain;
        this.json = json;
    }

    /**
     * Where the chain in the archive begins.
     *
     * @param position the last position before the notice's first entry
     * @param entries of the notice
     */
    record Extent(long position, String hash, long entries) {}

    Extent write(long noticeId, Head head, ArchiveWriter out) throws IOException {
        long before = chain.firstOf(noticeId).orElse(head.position() + 1) - 1;
        try (Spool hashes = new Spool()) {
            long[] entries = {0};
            out.add(ENTRIES, stream -> entries[0] = writeEntries(noticeId, before, head, stream, hashes));
            out.add(CHAIN, hashes::copyTo);
            return new Extent(before, hashAt(before), entries[0]);
        }
    }

    private String hashAt(long position) {
        return position == 0
                ? SealHash.NONE
                : chain.after(position - 1, 1).get(0).hash();
    }

    private long writeEntries(long noticeId, long before, Head head, OutputStream out, Spool hashes)
            throws IOException {
        long entries = 0;
        long position = before;
        while (position < head.position()) {
            List<Link> page = chain.after(position, PAGE);
            for (Link link : page) {
                entries += link.position() <= head.position() && write(noticeId, link, out, hashes) ? 1 : 0;
            }
            position = page.size() < PAGE ? head.position() : page.get(PAGE - 1).position();
        }
        return entries;
    }

    /** Writes one place; answers whether its entry is the notice's. */
    private boolean write(long noticeId, Link link, OutputStream out, Spool hashes) throws IOException {
        LedgerRow row = link.row();
        hashes.write(
                "%d %s\n".formatted(link.position(), row == null ? "missing " + link.hash() : SealHash.ofEntry(row)));
        if (row == null || row.noticeId() == null || row.noticeId() != noticeId) {
            return false;
        }
        String line = json.writeValueAsString(ArchivedEntry.of(link, row)) + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
