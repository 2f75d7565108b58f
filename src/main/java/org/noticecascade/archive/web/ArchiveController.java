package org.noticecascade.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.noticecascade.CurrentUser;
import org.noticecascade.FileNames;
import org.noticecascade.Refusal;
import org.noticecascade.archive.Exports;
import org.noticecascade.directory.Role;
import org.noticecascade.directory.Units;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Notice;
import org.noticecascade.notice.Notices;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A whole notice as an archive, for leads and supervisors of headquarters and for administrators. */
@Tag(name = "档案包", description = "Archives of notices")
@RestController
@RequestMapping({"/api/notices", "/camunda/api/cascade/notices"})
class ArchiveController {
    private final Exports exports;
    private final Notices notices;
    private final Access access;
    private final Units units;
    private final CurrentUser user;

    ArchiveController(Exports exports, Notices notices, Access access, Units units, CurrentUser user) {
        this.exports = exports;
        this.notices = notices;
        this.access = access;
        this.units = units;
        this.user = user;
    }

    /** Written while it is read: an answer that breaks off has no SHA256SUMS at its end and is no whole archive. */
    @Operation(summary = "导出通知档案包（ZIP），可自行核对；限总局负责人、督办员和管理员 · A notice as an archive that verifies itself")
    @GetMapping("/{noticeId}/archive")
    void archive(@PathVariable long noticeId, HttpServletResponse response) throws IOException {
        access.requireNotice(noticeId);
        requireReaderOfAll();
        Notice notice = notices.get(noticeId);
        exports.write(notice, () -> opened(notice, response));
    }

    private OutputStream opened(Notice notice, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                FileNames.attachment(exports.fileName(notice), "notice-" + notice.id()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.getOutputStream();
    }

    private void requireReaderOfAll() {
        String headquarters = units.headquarters().code();
        if (!user.isAdministrator()
                && !access.hasRole(headquarters, Role.LEAD)
                && !access.hasRole(headquarters, Role.SUPERVISOR)) {
            throw Refusal.forbidden(
                    "只有总局负责人、督办员和管理员可以导出整份通知的档案包。",
                    "Only leads and supervisors of headquarters and administrators export a whole notice.");
        }
    }
}
