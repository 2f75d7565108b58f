package org.noticecascade.consistency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.noticecascade.notice.Stage;

/**
 * One thing that is written differently in two places.
 *
 * @param subject what identifies it among its kind: an id of a row, a process instance or a job
 * @param notice document number, as far as it has one
 * @param unitCode {@code null} where it is about no unit
 * @param unitName full name
 * @param found what is there
 * @param expected what should be there
 */
public record Difference(
        Kind kind,
        String subject,
        @Nullable Long noticeId,
        @Nullable String notice,
        @Nullable Long assignmentId,
        @Nullable String unitCode,
        @Nullable String unitName,
        String found,
        String expected) {

    /** What a person reads: where, what, and what a repair does or they have to do. */
    public String chinese() {
        String remedy = kind.remedyChinese().formatted(label(found), label(expected));
        return "[%s] %s：%s。%s：%s。"
                .formatted(
                        kind,
                        where("通知 %d", "无通知"),
                        kind.chinese().formatted(label(found), label(expected)),
                        kind.repairable() ? "修复" : "请人工处理",
                        remedy);
    }

    /** The same in English. */
    public String english() {
        String remedy = kind.remedyEnglish().formatted(found, expected);
        return "[%s] %s: %s. %s: %s."
                .formatted(
                        kind,
                        where("notice %d", "no notice"),
                        kind.english().formatted(found, expected),
                        kind.repairable() ? "A repair" : "By hand",
                        remedy);
    }

    private String where(String numbered, String none) {
        StringBuilder where = new StringBuilder(noticeId == null ? none : numbered.formatted(noticeId));
        if (notice != null) {
            where.append(' ').append(notice);
        }
        if (unitCode != null) {
            where.append(' ')
                    .append(unitName == null ? "" : unitName)
                    .append('（')
                    .append(unitCode)
                    .append('）');
        }
        return where.toString();
    }

    private static String label(String value) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(value))
                .map(Stage::label)
                .findFirst()
                .orElse(value);
    }
}
