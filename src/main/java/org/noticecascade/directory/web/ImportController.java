package org.noticecascade.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Locale;
import org.noticecascade.FileNames;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryProperties;
import org.noticecascade.directory.ImportDuty;
import org.noticecascade.directory.ImportKind;
import org.noticecascade.directory.ImportTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Import of units and persons, for those whose duty it is. */
@Tag(name = "导入", description = "Imports")
@RestController
@RequestMapping({"/api/imports", "/camunda/api/cascade/imports"})
class ImportController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportDuty duty;
    private final ImportJobs jobs;
    private final ImportTemplate template;
    private final DirectoryProperties properties;

    ImportController(ImportDuty duty, ImportJobs jobs, ImportTemplate template, DirectoryProperties properties) {
        this.duty = duty;
        this.jobs = jobs;
        this.template = template;
        this.properties = properties;
    }

    /** Takes the file and answers at once; {@code Location} tells where to ask for the result. */
    @Operation(summary = "导入单位或人员（管理员） · Import units or persons (administrators)")
    @PostMapping
    ResponseEntity<ImportView> start(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun) throws IOException {
        duty.require();
        if (file.getSize() > properties.importMaxBytes()) {
            throw Refusal.invalid(
                    "文件过大：%d 字节，最多 %d 字节。请分成几个文件导入。".formatted(file.getSize(), properties.importMaxBytes()),
                    "The file is too large: %d bytes, at most %d. Split it."
                            .formatted(file.getSize(), properties.importMaxBytes()));
        }
        String name = FileNames.received(file.getOriginalFilename());
        byte[] bytes = file.getBytes();
        if (!dryRun) {
            duty.requireConfirmed(name, bytes);
        }
        ImportJob job = jobs.start(name, bytes, dryRun);
        return ResponseEntity.accepted()
                .location(ServletUriComponentsBuilder.fromCurrentRequestUri()
                        .path("/{id}")
                        .build(job.id()))
                .body(job.view());
    }

    @Operation(summary = "导入结果 · How an import stands")
    @GetMapping("/{id}")
    ImportView get(@PathVariable String id) {
        duty.require();
        return jobs.get(id).view();
    }

    @Operation(summary = "导入模板 · Template for an import")
    @GetMapping("/template")
    ResponseEntity<byte[]> template(@RequestParam String kind) {
        duty.require();
        ImportKind wanted = ImportKind.of(kind)
                .orElseThrow(() -> Refusal.invalid(
                        "没有“%s”的模板。kind 请用 units（单位）或 persons（人员）。".formatted(kind),
                        "There is no template for '%s'. Use kind=units or kind=persons.".formatted(kind)));
        String attachment = FileNames.attachment(
                wanted.label() + "导入模板.xlsx", "import-" + wanted.name().toLowerCase(Locale.ROOT));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .body(template.of(wanted));
    }
}
