package org.noticecascade.ledger;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One act.
 *
 * @param actor engine user id, or {@code system}
 * @param onBehalf for whom a deputy acted, for example {@code 代 张三}; {@code null} where somebody acted for themselves
 * @param unitCode the unit the act concerns
 * @param target what an administrator's act was done to, for example {@code user=zhang group=U310000STAFF}
 * @param from what was before, for example the old due date or version
 * @param to what is now, for example the reason of a return
 */
public record Entry(
        long id,
        OffsetDateTime at,
        String actor,
        @Nullable String onBehalf,
        @Nullable String unitCode,
        @Nullable Long noticeId,
        @Nullable Long assignmentId,
        Act act,
        @Nullable String target,
        @Nullable String from,
        @Nullable String to) {}
