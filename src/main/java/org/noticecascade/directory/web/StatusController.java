package org.noticecascade.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportDuty;
import org.noticecascade.directory.ImportKind;
import org.noticecascade.directory.ImportProgress;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends units and persons and brings them back, for administrators only. */
@Tag(name = "状态", description = "Units and persons that end")
@RestController
@RequestMapping({"/api", "/camunda/api/cascade"})
class StatusController {
    private final ImportDuty duty;
    private final DirectoryImport directory;
    private final CurrentUser user;

    StatusController(ImportDuty duty, DirectoryImport directory, CurrentUser user) {
        this.duty = duty;
        this.directory = directory;
        this.user = user;
    }

    /** What is asked for; both calls take the same body. */
    record Status(@Nullable Boolean active) {}

    @Operation(summary = "停用或恢复单位（管理员） · End a unit or bring it back (administrators)")
    @PutMapping("/units/{code}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unit(@PathVariable String code, @RequestBody Status status) {
        set(ImportKind.UNITS, code, status);
    }

    @Operation(summary = "停用或恢复人员（管理员） · End a person's account or bring it back (administrators)")
    @PutMapping("/persons/{userId}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void person(@PathVariable String userId, @RequestBody Status status) {
        set(ImportKind.PERSONS, userId, status);
    }

    private void set(ImportKind kind, String id, Status status) {
        duty.require();
        if (status.active() == null) {
            throw Refusal.invalid("请说明 active 为 true（在用）或 false（停用）。", "Say active: true or false.");
        }
        String what = "status of %s/%s".formatted(kind.name().toLowerCase(Locale.ROOT), id);
        duty.requireConfirmed(what, String.valueOf(status.active()).getBytes(StandardCharsets.US_ASCII));
        directory.setActive(kind, id, status.active(), new By(user.id()));
    }

    /** Nobody listens, but the ledger asks who it was. */
    private record By(String importedBy) implements ImportProgress {
        @Override
        public void at(Stage stage, int done, int total) {
            // Nothing to show for one row.
        }
    }
}
