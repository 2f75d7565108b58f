package org.noticecascade.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Units;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units for whoever is signed in. */
@Tag(name = "单位", description = "Units")
@RestController
@RequestMapping({"/api/units", "/camunda/api/cascade/units"})
class UnitController {
    private static final int MOST_PER_PAGE = 200;

    private final Units units;

    UnitController(Units units) {
        this.units = units;
    }

    @Operation(summary = "查找单位 · Search units")
    @GetMapping
    UnitPage search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        checkPaging(page, size);
        Level wanted = level == null || level.isBlank() ? null : level(level);
        String above = parent == null || parent.isBlank() ? null : parent;
        return new UnitPage(
                units.search(text, wanted, above, page * size, size).stream()
                        .map(UnitView::of)
                        .toList(),
                units.count(text, wanted, above),
                page,
                size);
    }

    @Operation(summary = "一个单位 · One unit")
    @GetMapping("/{code}")
    UnitView get(@PathVariable String code) {
        return UnitView.of(units.get(code));
    }

    private static void checkPaging(int page, int size) {
        if (page < 0 || size < 1 || size > MOST_PER_PAGE || page > Integer.MAX_VALUE / MOST_PER_PAGE) {
            throw Refusal.invalid(
                    "页码从 0 起，每页 1 至 %d 条。请改正 page 或 size。".formatted(MOST_PER_PAGE),
                    "Pages count from 0 and hold 1 to %d items. Correct page or size.".formatted(MOST_PER_PAGE));
        }
    }

    private static Level level(String text) {
        return Level.of(text.strip())
                .orElseThrow(() -> Refusal.invalid(
                        "没有层级“%s”。请用总局、司局、省级、地级、县级、乡级之一。".formatted(text),
                        "There is no level '%s'. Use one of HQ, DEPARTMENT, PROVINCE, PREFECTURE, COUNTY, TOWNSHIP."
                                .formatted(text)));
    }
}
