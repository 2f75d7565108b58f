package org.noticecascade.security.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.noticecascade.Page;
import org.noticecascade.security.acts.PendingAct;
import org.noticecascade.security.acts.PendingActs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a second administrator. */
@RestController
@Tag(name = "第二管理员确认", description = "Second administrator")
@RequestMapping({"/api/administration/pending", "/camunda/api/cascade/administration/pending"})
class PendingActController {
    private final PendingActs pending;

    PendingActController(PendingActs pending) {
        this.pending = pending;
    }

    @Operation(summary = "待另一位管理员确认的操作（管理员）", description = "Acts that wait for a second administrator")
    @GetMapping
    Page<PendingAct> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
        return pending.list(page, size);
    }

    @Operation(summary = "确认他人的操作（管理员，不能确认自己的）", description = "Confirm somebody else's act; they then do it again")
    @PostMapping("/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable long id) {
        pending.confirm(id);
    }

    @Operation(summary = "不同意他人的操作，或撤回自己的（管理员）", description = "Refuse somebody else's act, or take back one's own")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable long id) {
        pending.refuse(id);
    }
}
