package org.noticecascade.security.acts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.noticecascade.Scenario;

/**
 * One of everything an administrator can change, of this product's own models, under names such as {@code $instance};
 * made anew for each call that changes one.
 */
class ThingsToChange {
    private static final String KEY = "headquarters-notice";
    private static final String WAIT = "receiveTask_waitForUnits";
    private static final String TEXT = Scenario.text(9_001);

    private final ProcessEngine engine;
    private final Scenario scenario;
    private final Map<String, String> names = new TreeMap<>();

    ThingsToChange(ProcessEngine engine, Scenario scenario) {
        this.engine = engine;
        this.scenario = scenario;
    }

    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name :
                ((TreeMap<String, String>) names).descendingMap().entrySet()) {
            filled = filled.replaceAll("\\$" + name.getKey() + "\\b", name.getValue());
        }
        return filled;
    }

    void make() {
        names.clear();
        makePeople();
        makeInstance();
        makeModels();
        makeMachinery();
    }

    private void makePeople() {
        IdentityService identities = engine.getIdentityService();
        User user = identities.newUser("actsuser");
        user.setFirstName("Qq");
        user.setLastName("Zz");
        user.setPassword("Probe-2026-word");
        identities.saveUser(user);
        for (String id : List.of("ActsGroup", "ActsEmpty")) {
            Group group = identities.newGroup(id);
            group.setName("x");
            identities.saveGroup(group);
        }
        identities.createMembership("actsuser", "ActsGroup");
        identities.saveTenant(identities.newTenant("acts"));
        identities.createTenantUserMembership("acts", "actsuser");
        identities.createTenantGroupMembership("acts", "ActsGroup");
        Authorization authorization =
                engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setUserId("actsuser");
        authorization.setResource(Resources.USER);
        authorization.setResourceId("z");
        authorization.addPermission(Permissions.READ);
        names.put(
                "authorization",
                engine.getAuthorizationService()
                        .saveAuthorization(authorization)
                        .getId());
        names.put("user", "actsuser");
        names.put("group", "ActsGroup");
        names.put("tenant", "acts");
    }

    /** A notice that is drafted and waits for its units at the same time: a task, a message and a timer in one. */
    private void makeInstance() {
        ProcessInstance ended = draft();
        engine.getRuntimeService().deleteProcessInstance(ended.getId(), "x");
        ProcessInstance instance = draft();
        RuntimeService runtime = engine.getRuntimeService();
        runtime.setVariable(instance.getId(), "note", "old");
        runtime.setVariable(instance.getId(), "finalDueAt", "2030-01-01T00:00:00");
        runtime.createProcessInstanceModification(instance.getId())
                .startBeforeActivity(WAIT)
                .execute();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getTaskService().setVariableLocal(task.getId(), "note", "old");
        Task own = engine.getTaskService().newTask();
        own.setName("acts-own");
        engine.getTaskService().saveTask(own);
        String receiving = runtime.createExecutionQuery()
                .processInstanceId(instance.getId())
                .activityId(WAIT)
                .singleResult()
                .getId();
        names.put("instance", instance.getId());
        names.put("definition", instance.getProcessDefinitionId());
        names.put("ended", ended.getId());
        names.put("task", task.getId());
        names.put("ownTask", own.getId());
        names.put("receiving", receiving);
        names.put("waiting", receiving);
        names.put(
                "comment",
                engine.getTaskService().createComment(task.getId(), null, "x").getId());
        names.put("incident", runtime.createIncident("acts", receiving, "x").getId());
        engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream()
                .findFirst()
                .ifPresent(variable -> names.put("historicVariable", variable.getId()));
    }

    private ProcessInstance draft() {
        long notice = scenario.draft(TEXT);
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(notice + "/" + Scenario.HQ)
                .singleResult();
    }

    /** The same models once more, as another version. */
    private void makeModels() {
        names.put(
                "otherDeployment",
                engine.getRepositoryService()
                        .createDeployment()
                        .name("acts")
                        .addClasspathResource("processes/headquarters-notice.bpmn")
                        .addClasspathResource("processes/mail-outage.bpmn")
                        .deploy()
                        .getId());
        names.put(
                "otherDefinition",
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(KEY)
                        .latestVersion()
                        .singleResult()
                        .getId());
        names.put(
                "decision",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("deadline-policy")
                        .latestVersion()
                        .singleResult()
                        .getId());
    }

    private void makeMachinery() {
        ManagementService management = engine.getManagementService();
        Job job = management
                .createJobQuery()
                .processInstanceId(names.get("instance"))
                .timers()
                .singleResult();
        names.put("job", job.getId());
        names.put("jobDefinition", job.getJobDefinitionId());
        names.put(
                "batch", management.setJobRetriesAsync(List.of(job.getId()), 3).getId());
        String ended = management.setJobRetriesAsync(List.of(job.getId()), 3).getId();
        management.deleteBatch(ended, false);
        names.put("endedBatch", ended);
        Filter filter = engine.getFilterService()
                .newTaskFilter("acts")
                .setQuery(engine.getTaskService().createTaskQuery());
        names.put("filter", engine.getFilterService().saveFilter(filter).getId());
    }

    void remove() {
        IdentityService identities = engine.getIdentityService();
        identities.clearAuthentication();
        List.of("actsuser", "actsother").forEach(identities::deleteUser);
        List.of("ActsGroup", "ActsEmpty", "ActsOther").forEach(identities::deleteGroup);
        List.of("acts", "actsother").forEach(identities::deleteTenant);
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn("actsuser")
                .list()
                .forEach(each -> engine.getAuthorizationService().deleteAuthorization(each.getId()));
        engine.getFilterService().createFilterQuery().list().stream()
                .filter(filter -> List.of("acts", "other").contains(filter.getName()))
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
        engine.getTaskService()
                .createTaskQuery()
                .taskName("acts-own")
                .list()
                .forEach(task -> engine.getTaskService().deleteTask(task.getId(), true));
        removeModels();
    }

    private void removeModels() {
        ManagementService management = engine.getManagementService();
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        engine.getRepositoryService().activateProcessDefinitionByKey(KEY, true, null);
        management.activateJobDefinitionByProcessDefinitionKey(KEY, true);
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("acts")
                .list()
                .forEach(each -> engine.getRepositoryService().deleteDeployment(each.getId(), true, true));
        RuntimeService runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "x", true, true));
    }
}
