package org.noticecascade.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.noticecascade.platform.EditableTable.Fault;

/**
 * Looks at every file before the engine reads it: when it is deployed, whoever deploys it, and again when the engine
 * loads it from the database, where it may have lain since before there was this check.
 */
final class AllowedDeployments implements Deployer {
    private final AllowedModel models;
    private final SecurityLog log;

    AllowedDeployments(AllowedModel models, SecurityLog log) {
        this.models = models;
        this.log = log;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().values().forEach(this::check);
    }

    /** The endings are the engine's, which asks for no dot and tells capital letters apart. */
    private void check(ResourceEntity resource) {
        String name = resource.getName();
        List<Fault> faults;
        if (name.endsWith("bpmn") || name.endsWith("bpmn20.xml")) {
            faults = models.faultsIn(resource.getBytes());
        } else if (name.endsWith("dmn") || name.endsWith("dmn11.xml")) {
            faults = AllowedTable.faultsIn(resource.getBytes());
        } else if (name.endsWith(".html")) {
            faults = List.of();
        } else {
            faults = List.of(new Fault("只允许 .bpmn、.dmn 和 .html 文件", "only .bpmn, .dmn and .html files are allowed"));
        }
        if (!faults.isEmpty()) {
            log.notEvaluated("deployment", name + ": " + faults.get(0).english());
            throw ExpressionRefused.because(
                    "文件 %s 未部署：%s。"
                            .formatted(
                                    SecurityLog.cleaned(name),
                                    faults.stream().map(Fault::chinese).collect(Collectors.joining("；"))),
                    "%s is not deployed: %s."
                            .formatted(
                                    SecurityLog.cleaned(name),
                                    faults.stream().map(Fault::english).collect(Collectors.joining("; "))));
        }
    }
}
