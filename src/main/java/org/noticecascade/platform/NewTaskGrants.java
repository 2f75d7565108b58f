package org.noticecascade.platform;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own grants to candidate groups, without asking the database for earlier grants of a task that this very
 * transaction creates: it has a new id, so there can be none.
 */
final class NewTaskGrants extends DefaultAuthorizationProvider {

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
