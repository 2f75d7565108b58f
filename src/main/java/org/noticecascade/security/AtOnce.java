package org.noticecascade.security;

import java.util.HashMap;
import java.util.Map;

/** Counts what happens at the same time, in all and for each key. Remembers only the keys that are at it. */
final class AtOnce {
    private final int most;
    private final Map<String, Integer> running = new HashMap<>();
    private int all;

    /** @param most of all keys together */
    AtOnce(int most) {
        this.most = most;
    }

    /** Begins one, unless all or this key have their share; whoever began one has to end it. */
    synchronized boolean begins(String key, int mostOfKey) {
        int now = running.getOrDefault(key, 0);
        if (all >= most || now >= mostOfKey) {
            return false;
        }
        running.put(key, now + 1);
        all++;
        return true;
    }

    synchronized void ends(String key) {
        running.computeIfPresent(key, (same, now) -> now == 1 ? null : now - 1);
        all--;
    }

    synchronized int all() {
        return all;
    }
}
