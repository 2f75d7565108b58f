package org.noticecascade.notice.web;

import java.util.List;
import org.noticecascade.Refusal;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param size at most {@value #LARGEST}
 */
record Page<T>(List<T> items, long total, int page, int size) {
    static final int LARGEST = 200;

    /** Checks paging parameters and returns the offset. */
    static int offset(int page, int size) {
        if (page < 0 || page > 1_000_000 || size < 1 || size > LARGEST) {
            throw Refusal.invalid(
                    "分页参数不对：page 从 0 起，size 为 1 到 %d。".formatted(LARGEST),
                    "page starts at 0, size is 1 to %d.".formatted(LARGEST));
        }
        return page * size;
    }
}
