package org.noticecascade.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks a good model in one place at a time: every rule says so. */
class ModelRulesTest {
    private static final String NAME = "sample-stage.bpmn";

    private final ModelFolder folder = ModelFolder.ofSample();
    private final String good;

    ModelRulesTest() throws IOException {
        good = Files.readString(folder.processes().resolve(NAME));
    }

    @Test
    void acceptsAModelThatKeepsEveryRule() {
        assertThat(ModelRules.problemsOf(NAME, good, folder)).isEmpty();
    }

    @Test
    void findsTheSampleInItsFolder() {
        assertThat(folder.models()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id=\"sample-stage\"                          | id=\"other\"                      | process other is in file sample-stage.bpmn",
                "name=\"样例\"                                  | name=\"sample\"                   | process sample-stage has no Chinese name",
                "isExecutable=\"true\"                        | isExecutable=\"false\"            | process sample-stage is not executable",
                "camunda:historyTimeToLive=\"P365D\"          | camunda:versionTag=\"1\"          | process sample-stage has no historyTimeToLive",
                "gateway_planAccepted                         | exclusiveGateway_planAccepted     | exclusiveGateway_planAccepted does not follow gateway_<lowerCamel>",
                "flow_toReview                                | flow_ToReview                     | flow_ToReview does not follow flow_<lowerCamel>",
                "userTask_draftPlan                           | task_draftPlan                    | task_draftPlan does not follow userTask_<lowerCamel>",
                "起草工作方案                                       | Draft the plan                    | userTask_draftPlan has no Chinese label",
                "方案是否通过?                                      | accepted?                         | gateway_planAccepted has no Chinese label",
                "name=\"退回\"                                  | name=\"\"                         | flow_planReturned has no Chinese label",
                "forms/sample-stage.draftPlan.html            | forms/sample-stage.plan.html      | userTask_draftPlan has form key embedded:deployment:forms/sample-stage.plan.html, not embedded:deployment:forms/sample-stage.draftPlan.html",
                "draftPlan                                    | writePlan                         | userTask_writePlan has no form sample-stage.writePlan.html",
                "event=\"create\"                             | event=\"complete\"                | userTask_draftPlan has no create task listener",
                "targetRef=\"serviceTask_recordDraft\"        | targetRef=\"gateway_planAccepted\" | userTask_draftPlan leads to gateway_planAccepted, not to a synchronous service task",
                "delegateExpression=\"${recordDraft}\"        | delegateExpression=\"${recordDraft}\" camunda:asyncBefore=\"true\" | userTask_draftPlan leads to serviceTask_recordDraft, not to a synchronous service task",
                "camunda:formKey=                             | camunda:asyncAfter=\"true\" camunda:formKey= | userTask_draftPlan is asyncAfter: its result is not recorded at once",
                "</bpmn:userTask>                             | <bpmn:multiInstanceLoopCharacteristics /></bpmn:userTask> | userTask_draftPlan is multi-instance",
                "camunda:delegateExpression=\"${recordDraft}\" | camunda:type=\"external\" camunda:topic=\"t\" | serviceTask_recordDraft has no delegateExpression",
                "camunda:delegateExpression=\"${recordDraft}\" | camunda:class=\"a.RecordDraft\"  | a.RecordDraft is bound by class, not by delegateExpression",
                "${recordDraft}                               | ${recordDraft.now()}              | delegate ${recordDraft.now()} is no plain bean name",
                "${recordDraft}                               | ${recordNothing}                  | delegate ${recordNothing} has no class RecordNothing",
                "${recordDraft}                               | ${noComponent}                    | delegate class NoComponent is no @Component",
                "${recordDraft}                               | ${elsewhere}                      | delegate class Elsewhere is not in a process package",
                "${describeTask}                              | ${describeNothing}                | delegate ${describeNothing} has no class DescribeNothing",
                "${planAccepted}                              | ${planAccepted &amp;&amp; late} | condition ${planAccepted && late} tests more than one variable",
                "${!planAccepted}                             | ${plans.isOpen(id)}               | condition ${plans.isOpen(id)} tests more than one variable",
                "tFormalExpression\">                         | tFormalExpression\" language=\"groovy\"> | condition ${planAccepted} is a script",
                "<camunda:taskListener delegateExpression=\"${describeTask}\" event=\"create\" /> | <camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener> | the model contains a script",
                "bpmnElement=\"userTask_draftPlan\"           | bpmnElement=\"sample-stage\"      | userTask_draftPlan is not drawn",
                "bpmnElement=\"flow_toReview\"                | bpmnElement=\"sample-stage\"      | flow_toReview is not drawn",
                "x=\"390\"                                    | x=\"300\"                         | serviceTask_recordDraft and userTask_draftPlan cover each other",
                "<camunda:taskListener delegateExpression=\"${describeTask}\" event=\"create\" /> | <camunda:taskListener class=\"a.Describe\" event=\"create\" /> | a.Describe is bound by class, not by delegateExpression",
                "</bpmn:process> | <bpmn:callActivity id=\"callActivity_report\" name=\"汇报\" calledElement=\"nothing\" /></bpmn:process> | callActivity_report calls nothing, which is no model",
                "</bpmn:process> | <bpmn:businessRuleTask id=\"businessRuleTask_ask\" name=\"查表\" camunda:decisionRef=\"nothing\" /></bpmn:process> | businessRuleTask_ask asks nothing, which is no decision table",
                "x=\"138\"                                    | x=\"230\"                         | `the label of startEvent_requested covers userTask_draftPlan`",
                "flow_planReturned                            | flow_planAgain                    | flow_planAgain runs from right to left",
            })
    void reportsEachBrokenRule(String part, String broken, String problem) {
        assertThat(good).contains(part);

        assertThat(ModelRules.problemsOf(NAME, good.replace(part, broken), folder))
                .contains(problem);
    }
}
