package org.noticecascade.cockpit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.cockpit.BoardNotices.BoardNotice;
import org.noticecascade.cockpit.Filter;
import org.noticecascade.cockpit.UnitRow;
import org.noticecascade.cockpit.UnitRows;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Assignment;
import org.springframework.stereotype.Component;

/** Fills the workbook a batch of lines at a time, however many there are. */
@Component
class BoardExport {
    private static final int BATCH = 500;
    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final UnitRows rows;
    private final RowViews views;
    private final Units units;
    private final Clock clock;

    BoardExport(UnitRows rows, RowViews views, Units units, Clock clock) {
        this.rows = rows;
        this.views = views;
        this.units = units;
        this.clock = clock;
    }

    /** The workbook, finished; the caller writes and closes it. */
    BoardSheet of(BoardNotice notice, Assignment top, Filter filter) {
        BoardSheet sheet = new BoardSheet();
        sheet.title(
                "%s %s"
                        .formatted(orEmpty(notice.documentNumber()), orEmpty(notice.title()))
                        .strip(),
                "%s　%s　%s"
                        .formatted(
                                units.get(top.unitCode()).name(),
                                MOMENT.format(OffsetDateTime.now(clock)),
                                narrowed(filter)));
        sheet.headings();
        String after = "";
        List<UnitRow> batch;
        do {
            batch = rows.belowAfter(top, filter, after, BATCH);
            views.of(notice.id(), batch).forEach(sheet::add);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).unitCode();
        } while (batch.size() == BATCH);
        return sheet;
    }

    /** For example {@code 督办看板-国市监信〔2026〕1号-640000-2026-03-04.xlsx}; nothing in it that a file system minds. */
    String fileName(BoardNotice notice, Assignment top) {
        String number = orEmpty(notice.documentNumber()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\s]+", "_");
        String shortened = number.substring(0, Math.min(LONGEST_NAME, number.length()));
        return "督办看板-%s-%s-%s.xlsx".formatted(shortened, top.unitCode(), LocalDate.now(clock));
    }

    private static String narrowed(Filter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.text() != null && !filter.text().isBlank()) {
            parts.add("查找“%s”".formatted(filter.text().strip()));
        }
        if (filter.light() != null) {
            parts.add(filter.light().label());
        }
        if (filter.stage() != null) {
            parts.add(filter.stage().label());
        }
        if (filter.level() != null) {
            parts.add(filter.level().label());
        }
        if (filter.open() != null) {
            parts.add(filter.open() ? "未办结" : "已办结");
        }
        if (filter.waits() != null) {
            parts.add(filter.waits() == Filter.Waits.EXTENSION ? "待审批延期" : "待督办");
        }
        return parts.isEmpty() ? "全部下级单位" : "筛选：" + String.join("，", parts);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
