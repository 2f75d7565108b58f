package org.noticecascade.cockpit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.PlainText;
import org.noticecascade.directory.Level;
import org.noticecascade.notice.Light;
import org.noticecascade.notice.Stage;

/**
 * Which units the board shows; every part that is set narrows it.
 *
 * @param text part of the name or beginning of the code, in any case; {@code null} or blank for all
 * @param light of units that have a due date
 * @param open true for units that are not finished, false for those delivered, missed or waived
 * @param waits units whose superior has something to decide
 */
public record Filter(
        @Nullable String text,
        @Nullable Light light,
        @Nullable Stage stage,
        @Nullable Level level,
        @Nullable Boolean open,
        @Nullable Waits waits) {
    /** Everybody. */
    public static final Filter NONE = new Filter(null, null, null, null, null, null);

    /** What a superior has to decide about a unit. */
    public enum Waits {
        EXTENSION,
        ESCALATION
    }

    public boolean isNone() {
        return (text == null || text.isBlank())
                && light == null
                && stage == null
                && level == null
                && open == null
                && waits == null;
    }

    /** The conditions on assignment {@code a} and its unit {@code u}; their values go into {@code values}. */
    String conditions(Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            String wanted =
                    PlainText.unified(text.strip()).toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            conditions.add("(lower(u.name) like :part escape '!' or lower(u.code) like :beginning escape '!')");
            values.put("part", "%" + wanted + "%");
            values.put("beginning", wanted + "%");
        }
        if (light != null) {
            conditions.add("a.light = :light and a.due_date is not null");
            values.put("light", light.name());
        }
        if (stage != null) {
            conditions.add("a.stage = :stage");
            values.put("stage", stage.name());
        }
        if (level != null) {
            conditions.add("a.level = :level");
            values.put("level", level.name());
        }
        if (open != null) {
            conditions.add("a.stage %s ('DELIVERED', 'MISSED', 'WAIVED')".formatted(open ? "not in" : "in"));
        }
        if (waits != null) {
            conditions.add(waits == Waits.EXTENSION ? UnitRows.ASKED : UnitRows.ESCALATED);
        }
        return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
    }
}
