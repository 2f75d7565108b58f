package org.noticecascade.platform;

import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a comment into the instance of its task only, whichever way it came, and bounds its length and number.
 *
 * <p>The engine takes a process instance beside the task and does not ask whether the two belong together: a unit could
 * write into another province's record. The manager is not public API: this class is the one place that touches it.
 */
final class TaskComments extends CommentManager {
    private final JdbcClient jdbc;
    private final CommentProperties limits;

    private TaskComments(JdbcClient jdbc, CommentProperties limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    static SessionFactory factory(JdbcClient jdbc, CommentProperties limits) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return CommentManager.class;
            }

            @Override
            public Session openSession() {
                return new TaskComments(jdbc, limits);
            }
        };
    }

    @Override
    public void insert(DbEntity entity) {
        if (entity instanceof CommentEntity comment && CommentEntity.TYPE_COMMENT.equals(comment.getType())) {
            try {
                check(comment);
            } catch (Refusal refusal) {
                EngineErrors.remember(refusal);
                throw new BadUserRequestException(refusal.chinese(), refusal);
            }
        }
        super.insert(entity);
    }

    private void check(CommentEntity comment) {
        String message = Objects.requireNonNullElse(comment.getFullMessage(), "");
        if (message.codePointCount(0, message.length()) > limits.longest()) {
            throw Refusal.invalid(
                    "备注最多 %d 字，本次未保存。请缩短后重试。".formatted(limits.longest()),
                    "A comment has at most %d characters; nothing was saved.".formatted(limits.longest()));
        }
        String instance = comment.getProcessInstanceId();
        if (comment.getTaskId() != null) {
            instance = instanceOf(comment);
            comment.setProcessInstanceId(instance);
            requireRoom(
                    "select ID_ from ACT_RU_TASK where ID_ = :id for update",
                    "TASK_ID_",
                    comment.getTaskId(),
                    limits.ofTask());
        }
        if (instance != null) {
            requireRoom(
                    "select ID_ from ACT_RU_EXECUTION where ID_ = :id for update",
                    "PROC_INST_ID_",
                    instance,
                    limits.ofInstance());
        }
    }

    private @Nullable String instanceOf(CommentEntity comment) {
        TaskEntity task = getTaskManager().findTaskById(comment.getTaskId());
        String own = task == null ? null : task.getProcessInstanceId();
        String named = comment.getProcessInstanceId();
        if (named != null && !named.equals(own)) {
            throw Refusal.invalid(
                    "备注只能写在本任务所属的流程上，本次未保存。请刷新任务列表后重试。",
                    "A comment belongs to its task's own process instance; nothing was saved. Refresh and try again.");
        }
        return own;
    }

    /** The row is locked, so that two comments at once are counted one after the other. */
    private void requireRoom(String lock, String column, String id, int most) {
        jdbc.sql(lock).param("id", id).query(String.class).optional();
        long present = jdbc.sql("select count(*) from ACT_HI_COMMENT where TYPE_ = 'comment' and " + column + " = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        if (present >= most) {
            throw Refusal.conflict(
                    "这里的备注已满 %d 条，本次未保存。".formatted(most),
                    "There are %d comments already, which is the most; nothing was saved.".formatted(most));
        }
    }
}
