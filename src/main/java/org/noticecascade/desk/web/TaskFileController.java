package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.noticecascade.FileNames;
import org.noticecascade.Refusal;
import org.noticecascade.desk.process.DeskTask;
import org.noticecascade.desk.process.TaskDesk;
import org.noticecascade.notice.Assignment;
import org.noticecascade.notice.Assignments;
import org.noticecascade.notice.Evidence;
import org.noticecascade.notice.EvidenceFile;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence of the study session or report a task works on: whoever may write into the task adds and removes it. */
@Tag(name = "佐证材料", description = "Evidence files")
@RestController
@RequestMapping({"/api/tasks/{taskId}/files", "/camunda/api/cascade/tasks/{taskId}/files"})
class TaskFileController {
    private final TaskDesk desk;
    private final Assignments assignments;
    private final Submissions submissions;
    private final Evidence evidence;

    TaskFileController(TaskDesk desk, Assignments assignments, Submissions submissions, Evidence evidence) {
        this.desk = desk;
        this.assignments = assignments;
        this.submissions = submissions;
        this.evidence = evidence;
    }

    /** One file at a time; of an upload that breaks off nothing is kept. */
    @Operation(summary = "上传一个佐证材料 · Add an evidence file to the draft a task works on")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public EvidenceFile add(@PathVariable String taskId, @RequestParam MultipartFile file) throws IOException {
        Draft draft = draft(taskId);
        String name = FileNames.received(file.getOriginalFilename());
        Path content = Files.createTempFile("evidence", ".part");
        try {
            file.transferTo(content.toFile()); // moved where the container has it in a file already
            return evidence.add(draft.unit(), draft.submission(), name, content);
        } finally {
            Files.deleteIfExists(content);
        }
    }

    @Operation(summary = "删除尚未提交的佐证材料 · Remove an evidence file from the draft")
    @DeleteMapping("/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void remove(@PathVariable String taskId, @PathVariable long fileId) {
        Draft draft = draft(taskId);
        evidence.remove(draft.unit(), draft.submission(), fileId);
    }

    private record Draft(Assignment unit, Submission submission) {}

    private Draft draft(String taskId) {
        DeskTask task = desk.writable(taskId);
        Long assignmentId = task.assignmentId();
        Kind kind = task.kind().orElse(null);
        if (assignmentId == null || !task.edits() || (kind != Kind.SESSION && kind != Kind.REPORT)) {
            throw Refusal.conflict("此环节不需要上传佐证材料。", "There is nothing to add files to at this step.");
        }
        return new Draft(assignments.get(assignmentId), submissions.expect(assignmentId, kind));
    }
}
