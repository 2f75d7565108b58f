package org.noticecascade.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One difference between the ledger and its chain.
 *
 * @param position the place in the chain; {@code null} for what has none
 * @param ledgerId the entry; {@code null} where none is meant
 * @param detail what exactly, Chinese first
 */
public record Finding(
        Kind kind, @Nullable Long position, @Nullable Long ledgerId, String detail) {

    /** What is wrong. */
    public enum Kind {
        ALTERED("记录被改动", "entry altered"),
        MISSING("记录缺失", "entry missing"),
        BROKEN_LINK("与前一条不衔接", "does not follow the one before"),
        GAP("链上缺号", "positions missing"),
        FOREIGN("来历不明的记录", "entry not written by the service"),
        LEFT_OUT("早该封存而未封存", "left out of the chain"),
        HEAD_WRONG("链首记录不符", "the head's row disagrees"),
        TRUNCATED("链尾被截断", "the end was cut off"),
        REWRITTEN("链被改写", "the chain was rewritten");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /** One line for a person. */
    public String line() {
        return "%s%s%s：%s [%s]"
                .formatted(
                        kind.chinese(),
                        position == null ? "" : "，位置 " + position,
                        ledgerId == null ? "" : "，记录 " + ledgerId,
                        detail,
                        kind.english());
    }
}
