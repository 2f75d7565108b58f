package org.noticecascade;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param size at most {@value #LARGEST}
 */
public record Page<T>(List<T> items, long total, int page, int size) {
    /** The most items one page may have. */
    public static final int LARGEST = 200;

    /**
     * Checks paging parameters and returns the offset.
     *
     * @throws Refusal if they are out of bounds
     */
    public static int offset(int page, int size) {
        if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
            throw Refusal.invalid(
                    "分页参数不对：page 从 0 起，size 为 1 到 %d。".formatted(LARGEST),
                    "page starts at 0, size is 1 to %d.".formatted(LARGEST));
        }
        return page * size;
    }
}
