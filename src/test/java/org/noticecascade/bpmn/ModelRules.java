package org.noticecascade.bpmn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** All rules for one model. */
final class ModelRules {
    private ModelRules() {}

    /**
     * What is wrong with this model; nothing when it keeps every rule.
     *
     * @param xml BPMN that keeps the schema; anything else is refused by the parser
     */
    static List<String> problemsOf(String fileName, String xml, ModelFolder folder) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Problems problems = new Problems();
        NamingRules.check(model, fileName, problems);
        new EngineRules(folder, problems).check(model);
        new TaskRules(folder, problems).check(model);
        new DrawingRules(problems).check(model);
        return problems.all();
    }
}
