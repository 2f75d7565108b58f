package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.noticecascade.desk.process.FilterCounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many tasks each shared filter shows the caller, asked when Tasklist opens and after something was done. */
@Tag(name = "待办任务", description = "Tasks and their forms")
@RestController
@RequestMapping({"/api/filters", "/camunda/api/cascade/filters"})
class FilterController {
    private final FilterCounts counts;

    FilterController(FilterCounts counts) {
        this.counts = counts;
    }

    @Operation(summary = "待办列表及各自的任务数 · The shared filters with the number of tasks in each")
    @GetMapping
    List<FilterCounts.Counted> list() {
        return counts.all();
    }
}
