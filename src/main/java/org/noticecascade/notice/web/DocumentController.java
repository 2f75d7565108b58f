package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.noticecascade.FileNames;
import org.noticecascade.Refusal;
import org.noticecascade.document.ReadNotice;
import org.noticecascade.document.Remark;
import org.noticecascade.document.Sourced;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Attachment;
import org.noticecascade.notice.Attachments;
import org.noticecascade.notice.Reading;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads of notice texts, and the files of a notice for those who may see it. */
@Tag(name = "文件", description = "Documents")
@RestController
@RequestMapping({"/api/documents", "/camunda/api/cascade/documents"})
class DocumentController {
    private final Attachments attachments;
    private final Reading reading;
    private final Access access;

    DocumentController(Attachments attachments, Reading reading, Access access) {
        this.attachments = attachments;
        this.reading = reading;
        this.access = access;
    }

    /** What the reader made of an upload; missing fields are {@code null} and asked of the person later. */
    record Preview(
            @Nullable String documentNumber,
            @Nullable String title,
            @Nullable LocalDate issueDate,
            int sections,
            int requirements,
            List<Remark> remarks) {}

    record Uploaded(long id, String fileName, long sizeBytes, String sha256, Preview preview) {}

    /** Reads the document first: what cannot be read is refused and not stored. */
    @Operation(summary = "上传通知文本并预览读取结果 · Upload the text of a notice and preview what was read")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file) throws IOException {
        access.requireHeadquartersStaff();
        reading.requireAcceptable(file.getSize());
        byte[] content = file.getBytes();
        ReadNotice read = reading.preview(content);
        String name = FileNames.received(file.getOriginalFilename());
        long id = attachments.store(name, MediaType.TEXT_PLAIN_VALUE, content);
        Attachment stored = attachments.find(id).orElseThrow();
        return new Uploaded(id, stored.fileName(), stored.sizeBytes(), stored.sha256(), preview(read));
    }

    private static Preview preview(ReadNotice read) {
        return new Preview(
                value(read.documentNumber()),
                value(read.title()),
                value(read.issueDate()),
                read.sections().size(),
                read.requirements().size(),
                read.remarks());
    }

    private static <T> @Nullable T value(@Nullable Sourced<T> read) {
        return read == null ? null : read.value();
    }

    private boolean belongsToAVisibleNotice(Attachment file) {
        Long notice = file.noticeId();
        return notice != null && access.seesNotice(notice);
    }

    /** Always a download, never shown inline. */
    @Operation(summary = "下载通知附件 · Download a file of a notice")
    @GetMapping("/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable long id) {
        Attachment attachment = attachments
                .find(id)
                .filter(this::belongsToAVisibleNotice)
                .orElseThrow(() -> Refusal.notFound("没有编号为 %d 的文件。".formatted(id), "No file " + id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(attachment.fileName(), "document-" + id))
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(attachments.contentOf(id));
    }
}
