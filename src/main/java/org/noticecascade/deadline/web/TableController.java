package org.noticecascade.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.CurrentUser;
import org.noticecascade.FileNames;
import org.noticecascade.Refusal;
import org.noticecascade.deadline.process.TableChange;
import org.noticecascade.platform.Tables;
import org.noticecascade.platform.Tables.InForce;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tables officials edit, without a release: what is in force, its file, and another in its place. */
@RestController
@Tag(name = "决策表", description = "Decision tables")
@RequestMapping({"/api/tables", "/camunda/api/cascade/tables"})
class TableController {
    private final Tables tables;
    private final TableChange change;
    private final CurrentUser user;

    TableController(Tables tables, TableChange change, CurrentUser user) {
        this.tables = tables;
        this.change = change;
        this.user = user;
    }

    @Operation(summary = "现用的决策表", description = "Tables in force")
    @GetMapping
    List<InForce> list() {
        requireAdministrator();
        return tables.all();
    }

    @Operation(summary = "下载决策表", description = "The DMN file of a table in force")
    @GetMapping("/{key}")
    ResponseEntity<byte[]> file(@PathVariable String key) {
        requireAdministrator();
        InForce table = tables.inForce(key);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(table.fileName(), "table"))
                .body(tables.file(key));
    }

    /** The file is the body. A table that cannot be used is refused, and the old one stays. */
    @Operation(summary = "更换决策表", description = "Put a table in force")
    @PutMapping("/{key}")
    InForce replace(@PathVariable String key, @RequestBody(required = false) byte @Nullable [] file) {
        requireAdministrator();
        if (file == null || file.length == 0) {
            throw Refusal.invalid("请求正文应为 DMN 文件。", "The body has to be the DMN file.");
        }
        return change.replace(key, file);
    }

    private void requireAdministrator() {
        if (!user.isAdministrator()) {
            throw Refusal.forbidden("只有系统管理员可以查看和更换决策表。", "Only administrators see and replace tables.");
        }
    }
}
