package org.noticecascade.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys the project's own models into an engine of its own. */
@Tag("database")
class DeployerTest {
    private static final String POLICY = "processes/escalation-policy.dmn";

    private final ProcessEngine engine = withTheBeanTheTimerAsks(new StandaloneInMemProcessEngineConfiguration())
            .setProcessEngineName("deployer")
            .setJdbcUrl("jdbc:h2:mem:deployer;DB_CLOSE_DELAY=-1")
            .setDatabaseSchemaUpdate("create-drop")
            .setJobExecutorActivate(false)
            .setHistory("none")
            .buildProcessEngine();
    private final RepositoryService repository = engine.getRepositoryService();

    /** The patrol's start event reads its schedule from a bean while it is deployed. */
    private static ProcessEngineConfiguration withTheBeanTheTimerAsks(
            StandaloneInMemProcessEngineConfiguration engine) {
        engine.setBeans(Map.of("patrolSchedule", Map.of("cron", "0 0 9 * * ?")));
        return engine;
    }

    @TempDir
    private Path changed;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void namesEveryResourceByItsFolder() throws IOException {
        new Deployer().postProcessEngineBuild(engine);

        Deployment deployment = repository.createDeploymentQuery().singleResult();
        assertThat(deployment.getName()).isEqualTo("notice-cascade");
        List<String> names = repository.getDeploymentResources(deployment.getId()).stream()
                .map(Resource::getName)
                .toList();
        assertThat(names)
                .allMatch(name -> name.matches("processes/[a-z-]+\\.(bpmn|dmn)|forms/[a-z-]+\\.[A-Za-z]+\\.html"))
                .contains(
                        "processes/headquarters-notice.bpmn",
                        "processes/deadline-policy.dmn",
                        "forms/unit-report.compileReport.html");
        assertThat(names).hasSize(filesIn("processes", "bpmn|dmn") + filesIn("forms", "html"));
    }

    @Test
    void deploysNothingWhenNothingChanged() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        new Deployer().postProcessEngineBuild(engine);

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().list())
                .hasSize(filesIn("processes", "bpmn"))
                .extracting(ProcessDefinition::getVersion)
                .containsOnly(1);
    }

    @Test
    void makesANewVersionOfEverythingWhenOneFormChanged() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        Files.createDirectories(changed.resolve("forms"));
        Files.writeString(changed.resolve("forms/unit-report.extra.html"), "<form></form>");

        withOnTheClassPath(changed, () -> new Deployer().postProcessEngineBuild(engine));

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(2);
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .hasSize(filesIn("processes", "bpmn"))
                .extracting(ProcessDefinition::getVersion)
                .containsOnly(2);
    }

    @Test
    void makesANewVersionOfAChangedModel() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        Path processes = Files.createDirectories(changed.resolve("processes"));
        String model = Files.readString(Path.of("processes/unit-report.bpmn"));
        Files.writeString(processes.resolve("unit-report.bpmn"), model.replace("编制落实情况报告", "编制报告"));

        withOnTheClassPath(changed, () -> new Deployer().postProcessEngineBuild(engine));

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(2);
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("unit-report")
                .latestVersion()
                .singleResult();
        assertThat(newest.getVersion()).isEqualTo(2);
        assertThat(repository
                        .getBpmnModelInstance(newest.getId())
                        .<UserTask>getModelElementById("userTask_compileReport")
                        .getName())
                .isEqualTo("编制报告");
    }

    @Test
    void leavesATableInForceThatSomebodyDeployed() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        String edited = edited();
        // as through the engine's own API, under whatever name, even ours
        for (String name : List.of("somebody", Deployer.NAME)) {
            repository
                    .createDeployment()
                    .name(name)
                    .addString(POLICY, edited + "<!-- " + name + " -->")
                    .deploy();

            new Deployer().postProcessEngineBuild(engine);

            assertThat(inForce()).isEqualTo(edited + "<!-- " + name + " -->");
        }
    }

    @Test
    void leavesItInForceWhenAReleaseComes() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        Deployer.deployTable(repository, "escalation-policy", edited().getBytes(UTF_8));
        Files.createDirectories(changed.resolve("forms"));
        Files.writeString(changed.resolve("forms/unit-report.extra.html"), "<form></form>");

        withOnTheClassPath(changed, () -> new Deployer().postProcessEngineBuild(engine));
        withOnTheClassPath(changed, () -> new Deployer().postProcessEngineBuild(engine));

        assertThat(inForce()).isEqualTo(edited());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(4);
    }

    @Test
    void takesTheReleasesTableOnceSomebodyWentBackToIt() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        Deployer.deployTable(repository, "escalation-policy", edited().getBytes(UTF_8));
        Deployer.deployTable(repository, "escalation-policy", Files.readAllBytes(Path.of(POLICY)));
        Path processes = Files.createDirectories(changed.resolve("processes"));
        Files.writeString(processes.resolve("escalation-policy.dmn"), edited() + "<!-- new release -->");

        withOnTheClassPath(changed, () -> new Deployer().postProcessEngineBuild(engine));

        assertThat(inForce()).endsWith("<!-- new release -->");
    }

    @Test
    void takesBackATableThatIsAProgramFromBeforeThereWasTheCheck() throws IOException {
        new Deployer().postProcessEngineBuild(engine);
        String program = edited().replace("<text>&gt; 3</text>", "<text>odd(3)</text>");
        Deployer.deployTable(repository, "escalation-policy", program.getBytes(UTF_8));
        assertThat(inForce()).isEqualTo(program);

        new Deployer().postProcessEngineBuild(engine);
        new Deployer().postProcessEngineBuild(engine);

        assertThat(inForce()).isEqualTo(Files.readString(Path.of(POLICY)));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(3);
    }

    private static String edited() throws IOException {
        return Files.readString(Path.of(POLICY)).replace("</definitions>", "<!-- edited --></definitions>");
    }

    private String inForce() throws IOException {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("escalation-policy")
                .latestVersion()
                .singleResult();
        try (InputStream file = repository.getResourceAsStream(newest.getDeploymentId(), POLICY)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void givesEveryDefinitionATimeToLive() {
        new Deployer().postProcessEngineBuild(engine);

        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getHistoryTimeToLive)
                .containsOnly(365);
        assertThat(repository.createDecisionDefinitionQuery().list())
                .isNotEmpty()
                .allSatisfy(
                        decision -> assertThat(decision.getHistoryTimeToLive()).isEqualTo(365));
    }

    private static int filesIn(String folder, String endings) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return (int) files.filter(file -> file.getFileName().toString().matches(".*\\.(" + endings + ")"))
                    .count();
        }
    }

    private static void withOnTheClassPath(Path folder, Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader more = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(more);
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
