package org.noticecascade.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects differences: counts all, keeps the first. */
class Findings {
    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding.Kind kind, @Nullable Long position, @Nullable Long ledgerId, String detail) {
        count++;
        if (kept.size() < CheckResult.MOST) {
            kept.add(new Finding(kind, position, ledgerId, detail));
        }
    }

    long count() {
        return count;
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }
}
