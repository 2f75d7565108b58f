package org.noticecascade.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.calendar.ArrangedYear;
import org.noticecascade.calendar.ArrangementPreview;
import org.noticecascade.calendar.ArrangementProblem;
import org.noticecascade.calendar.ArrangementSaved;
import org.noticecascade.calendar.Arrangements;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The yearly arrangement of holidays and make-up days, entered by an administrator. */
@RestController
@Tag(name = "工作日历", description = "Working days")
@RequestMapping({"/api/calendar/years", "/camunda/api/cascade/calendar/years"})
class ArrangementController {
    private final Arrangements arrangements;
    private final CurrentUser user;

    ArrangementController(Arrangements arrangements, CurrentUser user) {
        this.arrangements = arrangements;
        this.user = user;
    }

    /**
     * What the State Council's office has published.
     *
     * @param documentNumber for example 国办发明电〔2025〕7号
     * @param days a line per day: {@code 2027-01-01, OFF, 元旦}
     */
    record Arrangement(
            @Nullable String documentNumber, @Nullable String days) {}

    /**
     * A year in force.
     *
     * @param mayEnter whether the caller may enter its arrangement
     */
    record Year(ArrangedYear arranged, boolean mayEnter) {}

    /**
     * The year as it is, or would be, and what is wrong.
     *
     * @param recalculated open dates that moved; 0 on a dry run
     */
    record Answer(
            int year,
            boolean saved,
            int recalculated,
            List<ArrangementProblem> problems,
            List<ArrangementPreview.Month> months) {}

    @Operation(summary = "查看某年工作日历", description = "The working days of a year")
    @GetMapping("/{year}")
    Year year(@PathVariable int year) {
        return new Year(arrangements.year(year), user.isAdministrator());
    }

    /**
     * Enters the arrangement, or with {@code dryRun} only shows what it would do. With problems nothing is saved.
     */
    @Operation(summary = "录入年度放假安排", description = "Enter a year's arrangement")
    @PostMapping("/{year}")
    Answer enter(
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Arrangement arrangement) {
        if (!user.isAdministrator()) {
            throw Refusal.forbidden("只有系统管理员可以录入放假安排。", "Only administrators enter an arrangement.");
        }
        String number = arrangement.documentNumber() == null ? "" : arrangement.documentNumber();
        String days = arrangement.days() == null ? "" : arrangement.days();
        if (dryRun) {
            return answer(arrangements.preview(year, number, days), false, 0);
        }
        ArrangementSaved saved = arrangements.enter(year, number, days);
        return answer(saved.year(), true, saved.recalculated());
    }

    private static Answer answer(ArrangementPreview year, boolean saved, int recalculated) {
        return new Answer(year.year(), saved, recalculated, year.problems(), year.months());
    }
}
