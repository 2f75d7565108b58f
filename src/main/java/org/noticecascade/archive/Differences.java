package org.noticecascade.archive;

import java.util.ArrayList;
import java.util.List;

/** What does not fit in an archive, one line each, Chinese first; counts all, keeps the first. */
final class Differences {
    private static final int MOST = 1000;

    private final List<String> kept = new ArrayList<>();
    private long count;

    void add(String chinese, String english) {
        count++;
        if (kept.size() < MOST) {
            kept.add(chinese + " [" + english + "]");
        }
    }

    long count() {
        return count;
    }

    List<String> kept() {
        return List.copyOf(kept);
    }
}
