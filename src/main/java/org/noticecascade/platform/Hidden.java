package org.noticecascade.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whether a failed call to the engine's REST API named something its caller may not see. The engine answers 403, 404
 * or 500 in different words to what is hidden and to what does not exist; callers must not be able to tell.
 */
@Component
class Hidden {
    private static final Pattern ADDRESSED = Pattern.compile(
            "(?:/+engine-rest|/+camunda/+api/+engine)(?:/+engine/+[^/]+)?/+(history/+)?([a-z-]+)/+([^/]+)(?:/.*)?",
            Pattern.DOTALL);
    private static final Set<String> KINDS = Set.of(
            "task",
            "process-instance",
            "execution",
            "job",
            "incident",
            "batch",
            "deployment",
            "external-task",
            "variable-instance",
            "user",
            "group",
            "tenant",
            "authorization",
            "filter");
    /** What stands in the place of an id and is none. */
    private static final Set<String> NO_IDS = Set.of(
            "count",
            "create",
            "query",
            "delete",
            "report",
            "statistics",
            "check",
            "registered",
            "retries",
            "retries-async",
            "suspended",
            "suspended-async",
            "variables-async",
            "message-async",
            "job-retries",
            "job-retries-historic-query-based",
            "delete-historic-query-based",
            "set-removal-time",
            "fetchAndLock",
            "topic-names",
            "singleResult",
            "list");

    private final IdentityService identity;
    private final Map<String, Predicate<String>> visible;

    Hidden(@Lazy IdentityService identity, @Lazy ProcessEngine engine) {
        this.identity = identity;
        this.visible = Map.of(
                "task",
                id -> engine.getTaskService().createTaskQuery().taskId(id).count() > 0,
                "process-instance",
                id -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(id)
                                .count()
                        > 0,
                "execution",
                id -> engine.getRuntimeService()
                                .createExecutionQuery()
                                .executionId(id)
                                .count()
                        > 0,
                "job",
                id -> engine.getManagementService().createJobQuery().jobId(id).count() > 0,
                "incident",
                id -> engine.getRuntimeService()
                                .createIncidentQuery()
                                .incidentId(id)
                                .count()
                        > 0,
                "user",
                id -> identity.createUserQuery().userId(id).count() > 0,
                "group",
                id -> identity.createGroupQuery().groupId(id).count() > 0,
                "filter",
                id -> engine.getFilterService().createFilterQuery().filterId(id).count() > 0);
    }

    /** Whether the call names a single thing that does not exist for its caller. */
    boolean from(HttpServletRequest request) {
        Matcher address = ADDRESSED.matcher(RequestPath.of(request));
        if (!address.matches() || NO_IDS.contains(address.group(3))) {
            return false;
        }
        boolean past = address.group(1) != null;
        return (past || KINDS.contains(address.group(2)))
                && Caller.of(request)
                        .map(caller -> !sees(caller, past ? "" : address.group(2), address.group(3)))
                        .orElse(false);
    }

    private boolean sees(Caller caller, String kind, String id) {
        if (caller.isAdministrator()) {
            return true;
        }
        return ActingAs.call(
                identity,
                new Authentication(caller.user(), caller.groups(), caller.tenants()),
                () -> visible.getOrDefault(kind, any -> false).test(id));
    }
}
