package org.noticecascade.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.ledger.Finding.Kind;

/** Goes along the chain once, link by link, and compares each with its entry, the one before and the heads known. */
class ChainWalk {
    private final List<Head> known;
    private final Findings findings;
    private Head end = new Head(0, SealHash.NONE);
    private long checked;

    ChainWalk(List<Head> known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** Where the walk stands; its hash is the one the seal there has. */
    Head end() {
        return end;
    }

    long checked() {
        return checked;
    }

    void take(Link link) {
        if (link.position() != end.position() + 1) {
            findings.add(
                    Kind.GAP,
                    link.position(),
                    null,
                    "位置 %d 到 %d 没有封存记录".formatted(end.position() + 1, link.position() - 1));
        } else if (!link.previousHash().equals(end.hash())) {
            findings.add(
                    Kind.BROKEN_LINK,
                    link.position(),
                    link.ledgerId(),
                    "前一哈希应为 %s，记为 %s".formatted(end.hash(), link.previousHash()));
        }
        compareWithEntry(link);
        compareWithKnown(link);
        end = new Head(link.position(), link.hash());
        checked++;
    }

    private void compareWithEntry(Link link) {
        LedgerRow row = link.row();
        if (row == null) {
            findings.add(Kind.MISSING, link.position(), link.ledgerId(), "已封存，但台账中已没有这条记录");
            return;
        }
        String hash = SealHash.ofSeal(link.position(), link.previousHash(), SealHash.ofEntry(row));
        if (!hash.equals(link.hash())) {
            findings.add(
                    Kind.ALTERED,
                    link.position(),
                    link.ledgerId(),
                    "记录或其封存被改动，现为 %s %s %s".formatted(row.at(), row.actor(), row.act()));
        }
    }

    private void compareWithKnown(Link link) {
        for (Head head : known) {
            if (head.position() == link.position() && !head.hash().equals(link.hash())) {
                findings.add(
                        Kind.REWRITTEN,
                        link.position(),
                        link.ledgerId(),
                        "此处哈希为 %s，原记下的是 %s".formatted(link.hash(), head.hash()));
            }
        }
    }

    /** Once there are no more links: what is known of the end. */
    void finish(@Nullable Head expectedEnd) {
        if (expectedEnd == null) {
            findings.add(Kind.HEAD_WRONG, null, null, "ledger_head 的行不见了，链止于 %s".formatted(end));
        } else if (!expectedEnd.equals(end)) {
            findings.add(
                    Kind.HEAD_WRONG,
                    expectedEnd.position(),
                    null,
                    "ledger_head 为 %s，链止于 %s".formatted(expectedEnd, end));
        }
        for (Head head : known) {
            if (head.position() > end.position()) {
                findings.add(
                        Kind.TRUNCATED,
                        head.position(),
                        null,
                        "曾封存到位置 %d，现只到 %d".formatted(head.position(), end.position()));
            }
        }
    }
}
