package org.noticecascade.platform;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own grants of tasks, to candidate groups and to nobody else.
 *
 * <p>The engine also writes a grant to each person who is assigned a task, owns it or is named as a candidate, for the
 * open task and for its history, and never deletes it: whoever has left the unit would go on reading its work. Every
 * task has a candidate group here, and whoever may hold it is in that group, so the group's grant says it all and ends
 * with the membership.
 *
 * <p>It also does not ask the database for earlier grants of a task that this very transaction creates: it has a new id,
 * so there can be none.
 */
final class NewTaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity @Nullable [] createOrUpdateAuthorizationsByUserId(Task task, String userId) {
        return null;
    }

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorizationByGroupId(
            String groupId, Resource resource, String resourceId) {
        boolean ofTask = resource == Resources.TASK || resource == Resources.HISTORIC_TASK;
        return ofTask && isNew(resourceId) ? null : super.getGrantAuthorizationByGroupId(groupId, resource, resourceId);
    }

    private static boolean isNew(String taskId) {
        CachedDbEntity task = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, taskId);
        return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
    }
}
