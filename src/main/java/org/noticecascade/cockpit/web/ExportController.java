package org.noticecascade.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.noticecascade.FileNames;
import org.noticecascade.cockpit.BoardNotices;
import org.noticecascade.cockpit.BoardNotices.BoardNotice;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the board shows, as a workbook. */
@Tag(name = "督办看板", description = "The supervisors' board")
@RestController
@RequestMapping({"/api/board", "/camunda/api/cascade/board"})
class ExportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BoardNotices notices;
    private final BoardExport export;
    private final Access access;

    ExportController(BoardNotices notices, BoardExport export, Access access) {
        this.notices = notices;
        this.export = export;
        this.access = access;
    }

    /** Every unit below {@code parent} that passes the filter, by code; without a filter the whole subtree. */
    @Operation(summary = "导出看板（XLSX），筛选条件与所示一致 · Export what the board shows to XLSX")
    @GetMapping("/notices/{noticeId}/export")
    void export(@PathVariable long noticeId, @ParameterObject Wanted wanted, HttpServletResponse response)
            throws IOException {
        Assignment top = access.part(noticeId, wanted.parentCode());
        BoardNotice notice = notices.get(noticeId);
        try (BoardSheet sheet = export.of(notice, top, wanted.filter())) {
            response.setContentType(XLSX);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    FileNames.attachment(
                            export.fileName(notice, top), "board-%d-%s".formatted(noticeId, top.unitCode())));
            response.setHeader("X-Content-Type-Options", "nosniff");
            sheet.writeTo(response.getOutputStream());
        }
    }
}
