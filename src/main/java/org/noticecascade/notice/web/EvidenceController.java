package org.noticecascade.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.noticecascade.FileNames;
import org.noticecascade.Refusal;
import org.noticecascade.directory.People;
import org.noticecascade.document.FileType;
import org.noticecascade.notice.Access;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Evidence;
import org.noticecascade.notice.EvidenceFile;
import org.noticecascade.notice.EvidenceProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence of a unit's part, for the unit itself and, once it is handed in, for everybody above it. */
@Tag(name = "佐证材料", description = "Evidence files")
@RestController
@RequestMapping({"/api/assignments/{id}/files", "/camunda/api/cascade/assignments/{id}/files"})
class EvidenceController {
    private final Evidence evidence;
    private final EvidenceProperties properties;
    private final Access access;
    private final People people;

    EvidenceController(Evidence evidence, EvidenceProperties properties, Access access, People people) {
        this.evidence = evidence;
        this.properties = properties;
        this.access = access;
        this.people = people;
    }

    /** What the form says beforehand; the service decides by the same numbers. */
    record Limits(long maxBytes, int maxFiles, long maxTotalBytes, List<String> extensions) {}

    /** @param files with the person's name in {@code uploadedBy} */
    record Files(List<EvidenceFile> files, Limits limits) {}

    @Operation(summary = "各版本的佐证材料 · Evidence files of all versions")
    @GetMapping
    Files list(@PathVariable long id) {
        Assignment unit = access.visible(id);
        List<EvidenceFile> files =
                access.worksIn(unit.unitCode()) ? evidence.of(unit.id()) : evidence.handedIn(unit.id());
        return new Files(
                files.stream().map(this::view).toList(),
                new Limits(
                        properties.maxBytes(),
                        properties.maxFiles(),
                        properties.maxTotalBytes(),
                        properties.types().stream()
                                .map(FileType::extensions)
                                .flatMap(List::stream)
                                .toList()));
    }

    /** Always a download, never shown inline; written piece by piece. */
    @Operation(summary = "下载佐证材料 · Download an evidence file")
    @GetMapping("/{fileId}/content")
    void content(@PathVariable long id, @PathVariable long fileId, HttpServletResponse response) throws IOException {
        Assignment unit = access.visible(id);
        EvidenceFile file = (access.worksIn(unit.unitCode())
                        ? evidence.find(unit.id(), fileId)
                        : evidence.findHandedIn(unit.id(), fileId))
                .orElseThrow(() -> Refusal.notFound("没有编号为 %d 的文件。".formatted(fileId), "No file " + fileId));
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(file.sizeBytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(file.fileName(), "evidence-" + fileId));
        response.setHeader("X-Content-Type-Options", "nosniff");
        evidence.copy(file, response.getOutputStream());
    }

    private EvidenceFile view(EvidenceFile file) {
        return file.uploadedBy(people.nameOf(file.uploadedBy()));
    }
}
