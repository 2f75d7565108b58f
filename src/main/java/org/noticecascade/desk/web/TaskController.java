package org.noticecascade.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.desk.process.DeskTask;
import org.noticecascade.desk.process.TaskDesk;
import org.noticecascade.notice.DraftRevisions;
import org.noticecascade.notice.Submission;
import org.noticecascade.notice.Submission.Kind;
import org.noticecascade.notice.Submissions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a task's form reads and where it saves its draft; completing stays the engine's. */
@Tag(name = "待办任务", description = "Tasks and their forms")
@RestController
@RequestMapping({"/api/tasks", "/camunda/api/cascade/tasks"})
class TaskController {
    private static final String REVISION = "revision";

    private final TaskDesk desk;
    private final TaskViews views;
    private final Submissions submissions;
    private final DraftRevisions revisions;

    TaskController(TaskDesk desk, TaskViews views, Submissions submissions, DraftRevisions revisions) {
        this.desk = desk;
        this.views = views;
        this.submissions = submissions;
        this.revisions = revisions;
    }

    @Operation(summary = "一项待办任务的表单内容 · Everything a task form shows")
    @GetMapping("/{taskId}")
    TaskView get(@PathVariable String taskId) {
        return views.of(desk.visible(taskId));
    }

    /** @param revision what the next save may say it has read */
    record Saved(boolean saved, Map<String, Object> work, List<String> hints, int revision) {}

    /**
     * Saves some fields of the draft this task works on. The field {@code revision} is no part of it: it says which state
     * of the draft was read, and may be left out by whoever changed it last.
     */
    @Operation(
            summary =
                    "保存任务草稿；未写的字段不变，null 为清空；revision 为读到的版次，他人改过而未读到最新版次时拒绝 · Save the draft a task works on; revision says which state was read")
    @PutMapping("/{taskId}/work")
    @Transactional
    public Saved save(@PathVariable String taskId, @RequestBody Map<String, Object> fields) {
        DeskTask task = desk.writable(taskId);
        Long assignmentId = task.assignmentId();
        Kind kind = task.kind().orElse(null);
        if (assignmentId == null || kind == null || !task.edits()) {
            throw Refusal.conflict("此环节没有可填写的内容。", "There is nothing to write at this step.");
        }
        Submission draft = submissions.lockedDraft(assignmentId, kind);
        int revision = revisions.change(draft, read(fields));
        Map<String, Object> work = new HashMap<>(fields);
        work.remove(REVISION);
        submissions.work(kind).save(draft.id(), work);
        return new Saved(true, submissions.work(kind).read(draft.id()), List.of(), revision);
    }

    private static @Nullable Integer read(Map<String, Object> fields) {
        Object read = fields.get(REVISION);
        if (read == null || read instanceof Integer) {
            return (Integer) read;
        }
        throw Refusal.invalid("revision 应为整数。", "revision is a whole number.");
    }
}
