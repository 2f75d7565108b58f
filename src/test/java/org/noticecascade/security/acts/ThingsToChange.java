package org.noticecascade.security.acts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** One of everything an administrator can change, under names such as {@code $instance}; made anew for each call. */
class ThingsToChange {
    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="acts">
              <decision id="acts-decision" name="x" camunda:historyTimeToLive="5">
                <decisionTable id="t"><output id="o" name="r" typeRef="integer"/>
                  <rule id="r"><outputEntry id="e"><text>1</text></outputEntry></rule></decisionTable>
              </decision>
            </definitions>""";

    private final ProcessEngine engine;
    private final Map<String, String> names = new LinkedHashMap<>();

    ThingsToChange(ProcessEngine engine) {
        this.engine = engine;
    }

    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name :
                new TreeMap<>(names).descendingMap().entrySet()) {
            filled = filled.replaceAll("\\$" + name.getKey() + "\\b", name.getValue());
        }
        return filled;
    }

    void make() {
        names.clear();
        makePeople();
        makeModels();
        makeInstance();
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

    private void makeModels() {
        names.put("deployment", deployed("acts-probe").getId());
        names.put("otherDeployment", deployed("acts-other").getId());
        names.put("definition", definition("acts-probe"));
        names.put("otherDefinition", definition("acts-other"));
        names.put(
                "decision",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("acts-decision")
                        .latestVersion()
                        .singleResult()
                        .getId());
    }

    private Deployment deployed(String key) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P5D")
                .startEvent()
                .parallelGateway("fork")
                .userTask("work")
                .endEvent()
                .moveToNode("fork")
                .serviceTask("external")
                .camundaExternalTask("acts")
                .endEvent()
                .moveToNode("fork")
                .receiveTask("receive")
                .endEvent()
                .moveToNode("fork")
                .intermediateCatchEvent("message")
                .message("acts.message")
                .endEvent()
                .moveToNode("fork")
                .intermediateCatchEvent("timer")
                .timerWithDuration("P1D")
                .endEvent()
                .done();
        return engine.getRepositoryService()
                .createDeployment()
                .name("acts")
                .addModelInstance(key + ".bpmn", model)
                .addString("acts-decision.dmn", DECISION)
                .deploy();
    }

    private String definition(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void makeInstance() {
        Map<String, Object> note = Map.of("note", "old");
        ProcessInstance instance =
                engine.getRuntimeService().startProcessInstanceById(names.get("definition"), "acts/1", note);
        ProcessInstance ended =
                engine.getRuntimeService().startProcessInstanceById(names.get("definition"), "acts/0", note);
        engine.getRuntimeService().deleteProcessInstance(ended.getId(), "x");
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getTaskService().setVariableLocal(task.getId(), "note", "old");
        Task own = engine.getTaskService().newTask();
        own.setName("acts-own");
        engine.getTaskService().saveTask(own);
        names.put("instance", instance.getId());
        names.put("ended", ended.getId());
        names.put("task", task.getId());
        names.put("ownTask", own.getId());
        names.put("receiving", at(instance, "receive"));
        names.put("waiting", at(instance, "message"));
        names.put(
                "comment",
                engine.getTaskService().createComment(task.getId(), null, "x").getId());
        names.put(
                "incident",
                engine.getRuntimeService()
                        .createIncident("acts", names.get("receiving"), "x")
                        .getId());
        engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream()
                .findFirst()
                .ifPresent(variable -> names.put("historicVariable", variable.getId()));
    }

    private String at(ProcessInstance instance, String activity) {
        return engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult()
                .getId();
    }

    private void makeMachinery() {
        names.put(
                "externalTask",
                engine.getExternalTaskService()
                        .fetchAndLock(1, "w")
                        .topic("acts", 100_000)
                        .execute()
                        .get(0)
                        .getId());
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(names.get("instance"))
                .singleResult();
        names.put("job", job.getId());
        names.put("jobDefinition", job.getJobDefinitionId());
        names.put(
                "batch",
                engine.getManagementService()
                        .setJobRetriesAsync(List.of(job.getId()), 3)
                        .getId());
        Filter filter = engine.getFilterService()
                .newTaskFilter("acts")
                .setQuery(engine.getTaskService().createTaskQuery());
        names.put("filter", engine.getFilterService().saveFilter(filter).getId());
    }

    void remove() {
        IdentityService identities = engine.getIdentityService();
        List.of("actsuser", "actsother").forEach(identities::deleteUser);
        List.of("ActsGroup", "ActsEmpty", "ActsOther").forEach(identities::deleteGroup);
        List.of("acts", "acts-other").forEach(identities::deleteTenant);
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .userIdIn("actsuser")
                .list()
                .forEach(each -> engine.getAuthorizationService().deleteAuthorization(each.getId()));
        engine.getFilterService().createFilterQuery().list().stream()
                .filter(filter -> List.of("acts", "other").contains(filter.getName()))
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
        engine.getTaskService().createTaskQuery().list().stream()
                .filter(task -> "acts-own".equals(task.getName()))
                .forEach(task -> engine.getTaskService().deleteTask(task.getId(), true));
        engine.getManagementService()
                .createBatchQuery()
                .list()
                .forEach(batch -> engine.getManagementService().deleteBatch(batch.getId(), true));
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("acts")
                .list()
                .forEach(each -> engine.getRepositoryService().deleteDeployment(each.getId(), true));
    }
}
