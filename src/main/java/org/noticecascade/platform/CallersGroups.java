package org.noticecascade.platform;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks permissions against the caller's groups as they are.
 *
 * <p>The engine first reads the distinct groups of the whole permission table, in every command that checks anything,
 * only to leave out those of the caller's that have no permission. Every unit has groups and every group permissions
 * here: at 3,209 units that was 9,700 rows and 18 ms for each command, a dozen times per completed task. The answer is
 * the same without it, as a group that has no permission matches none. The manager is not public API: this class is
 * the one place that touches it.
 */
final class CallersGroups extends AuthorizationManager {

    private CallersGroups() {}

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new CallersGroups();
            }
        };
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groupIds) {
        return groupIds == null ? new ArrayList<>() : new ArrayList<>(groupIds);
    }
}
