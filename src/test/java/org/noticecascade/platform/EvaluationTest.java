package org.noticecascade.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** What the engine of the running service evaluates, and what it does not, whichever way the text comes. */
@ProcessTest
class EvaluationTest {
    private static final String UNIT = "640000";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Set<String> VARIABLES = Set.of(
            "agreed",
            "finalDueAt",
            "moreEscalations",
            "morePages",
            "moreUnits",
            "patrolNeeded",
            "startedAtOnce",
            "unitsOpen",
            "waived");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private FilterService filters;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private StoredFilters storedFilters;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theModelsAndSharedFiltersHoldJustTheAllowedExpressions() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path model : modelsAndTables()) {
            EXPRESSION
                    .matcher(Files.readString(model))
                    .results()
                    .map(match -> match.group())
                    .forEach(found::add);
        }
        filters.createTaskFilterQuery().list().forEach(filter -> found.addAll(expressionsOf(filter)));

        ModelBeans beans = new ModelBeans(context);
        Set<String> allowed = new TreeSet<>();
        for (String bean : context.getBeanDefinitionNames()) {
            if (beans.isDelegate(bean)) {
                allowed.add("${" + bean + "}");
            }
            marked(bean).forEach(call -> allowed.add("${" + bean + "." + call + "}"));
        }
        VARIABLES.forEach(name -> allowed.add("${" + name + "}"));
        allowed.add("#{execution.processBusinessKey}");
        allowed.add("${currentUser()}");
        assertThat(found).isEqualTo(allowed);
    }

    @Test
    void theFilesOfTheFormsHoldNone() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                assertThat(EXPRESSION.matcher(Files.readString(form)).results()).isEmpty();
            }
        }
    }

    /** The engine refuses an expression in the query itself, but looks at none in its alternatives. */
    @Test
    void noQueryEvaluatesTextFromOutside() {
        for (String evil : EvilExpressions.ALL) {
            assertThat(catchThrowable(() ->
                            tasks.createTaskQuery().taskAssigneeExpression(evil).list()))
                    .isNotNull();
            for (TaskQuery query : List.of(
                    tasks.createTaskQuery().or().taskAssigneeExpression(evil),
                    tasks.createTaskQuery().or().taskCandidateGroupInExpression(evil),
                    tasks.createTaskQuery().or().taskCandidateUserExpression(evil),
                    tasks.createTaskQuery().or().processInstanceBusinessKeyExpression(evil),
                    tasks.createTaskQuery().or().dueBeforeExpression(evil),
                    tasks.createTaskQuery().or().followUpAfterExpression(evil))) {
                TaskQuery whole = query.taskNameLike("%").endOr();
                refused(whole::list);
                refused(whole::count);
            }
        }
    }

    @Test
    void theCallThatRanCommandsIsRefused() {
        Http.Answer answer = http.post(
                "admin",
                "/engine-rest/task",
                Map.of(
                        "orQueries",
                        List.of(Map.of("assigneeExpression", EvilExpressions.ALL.get(0), "nameLike", "%"))));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(System.getProperty(EvilExpressions.CANARY)).isNull();
    }

    @Test
    void aStoredFilterWithAnotherExpressionIsRefusedAndRemovedAtTheNextStart() {
        long shared = filters.createTaskFilterQuery().count();
        String evil = EvilExpressions.ALL.get(0);
        Filter outer = saved("outer", tasks.createTaskQuery().taskAssigneeExpression(evil));
        Filter inner = saved(
                "inner \" one",
                tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(evil)
                        .taskNameLike("%")
                        .endOr());
        Filter plain = saved("plain", tasks.createTaskQuery().taskName("x"));
        Filter own = saved("own", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        try (var log = new SecurityLines()) {
            refused(() -> filters.list(outer.getId()));
            refused(() -> filters.count(inner.getId()));
            refused(() -> filters.list(
                    plain.getId(),
                    tasks.createTaskQuery().or().taskAssigneeExpression(evil).endOr()));
            assertThat(log.all()).hasSize(3).allMatch(line -> line.startsWith("not-evaluated what=expression "));

            storedFilters.postProcessEngineBuild(engine);

            assertThat(log.all().subList(3, log.all().size()))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("filter-removed reason=expression id="))
                    .anyMatch(line -> line.endsWith("name=\"inner ? one\" owner=\"u640000STAFF\""));
            assertThat(filters.createTaskFilterQuery().count()).isEqualTo(shared + 2);
        } finally {
            for (Filter filter : List.of(outer, inner, plain, own)) {
                if (filters.createTaskFilterQuery().filterId(filter.getId()).count() > 0) {
                    filters.deleteFilter(filter.getId());
                }
            }
        }
    }

    private Filter saved(String name, TaskQuery query) {
        return filters.saveFilter(
                filters.newTaskFilter(name).setOwner("u640000STAFF").setQuery(query));
    }

    @Test
    void noModelWithOtherExpressionsIsDeployed() throws IOException {
        String model = Files.readString(Path.of("processes/unit-report.bpmn"));
        for (String evil : EvilExpressions.ALL) {
            String text = evil.replace("&", "&amp;").replace("<", "&lt;");
            for (String place : List.of("${submitReport}", "${desk.lead(execution)}", "${agreed}", "${showCard}")) {
                if (!place.equals("${agreed}") || !text.strip().equals("${agreed}")) {
                    refusedDeployment(model.replace(place, text), "unit-report.bpmn");
                }
            }
        }
        refusedDeployment(model.replace("${submitReport}", "${agreed}"), "unit-report.bpmn");
        refusedDeployment(model.replace("${submitReport}", "${identityService}"), "unit-report.bpmn");
    }

    @Test
    void noModelThatRunsCodeIsDeployedUnderWhateverName() throws IOException {
        String model = Files.readString(Path.of("processes/unit-report.bpmn"));
        String service = "camunda:delegateExpression=\"${submitReport}\"";
        assertThat(model).contains(service);
        for (String way : List.of(
                "camunda:class=\"java.lang.Object\"",
                "camunda:expression=\"${agreed}\"",
                "camunda:type=\"external\" camunda:topic=\"x\"",
                "camunda:type=\"mail\"",
                service + " camunda:resultVariable=\"x\"",
                service + " camunda:assignee=\"x\"",
                service + " language=\"groovy\"",
                service + " xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Object\"",
                service + " xmlns:fox=\"http://www.camunda.com/fox\" fox:class=\"java.lang.Object\"")) {
            for (String name : List.of("unit-report.bpmn", "x.bpmn20.xml", "bpmn")) {
                refusedDeployment(model.replace(service, way), name);
            }
        }
        for (String inside : List.of(
                "<bpmn:scriptTask id=\"s\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id=\"s\" scriptFormat=\"juel\" camunda:resource=\"classpath://x\" />",
                "<bpmn:businessRuleTask id=\"s\" camunda:decisionRef=\"x\" />",
                "<bpmn:sendTask id=\"s\" camunda:class=\"x\" />",
                "<bpmn:subProcess id=\"s\"><bpmn:multiInstanceLoopCharacteristics /></bpmn:subProcess>",
                "<bpmn:extensionElements><camunda:executionListener class=\"x\" event=\"start\" /></bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:executionListener></bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\">1</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"a\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"java.lang.Object\" /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>",
                "<bpmn:sequenceFlow id=\"s\" sourceRef=\"a\" targetRef=\"b\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">true</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:userTask id=\"s\" camunda:formKey=\"embedded:app:forms/x.html\" />",
                "<bpmn:userTask id=\"s\" camunda:formKey=\"https://example.org/x\" />",
                "<bpmn:userTask id=\"s\" camunda:dueDate=\"${agreed}\" />",
                "<bpmn:userTask id=\"s\"><bpmn:humanPerformer /></bpmn:userTask>")) {
            refusedDeployment(model.replace("</bpmn:process>", inside + "</bpmn:process>"), "unit-report.bpmn");
        }
        refusedDeployment(model.replace("?>", "?><!DOCTYPE x [<!ENTITY a \"b\">]>"), "unit-report.bpmn");
        refusedDeployment("<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\" />", "x.cmmn");
        refusedDeployment("1", "x.groovy");
    }

    @Test
    void noTableThatIsAProgramIsDeployed() throws IOException {
        String table = Files.readString(Path.of("processes/escalation-policy.dmn"));
        for (String changed : List.of(
                table.replace("<inputExpression ", "<inputExpression expressionLanguage=\"juel\" "),
                table.replace("<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" "),
                table.replace("<text>&gt; 3</text>", "<text>${''.getClass()}</text>"),
                table.replace("<text>level</text>", "<text>level.class</text>"))) {
            assertThat(changed).isNotEqualTo(table);
            refusedDeployment(changed, "escalation-policy.dmn");
            refusedDeployment(changed, "escalation-policy.dmn11.xml");
        }
    }

    @Test
    void whatLiesInTheDatabaseAlreadyIsLookedAtAgainWhenTheEngineLoadsIt() throws IOException {
        String model = Files.readString(Path.of("processes/unit-report.bpmn"));
        String deployment = repository
                .createDeployment()
                .addString("processes/unit-report.bpmn", model)
                .deploy()
                .getId();
        try {
            String evil = model.replace("${agreed}", EvilExpressions.ALL.get(0));
            jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
                    .param(evil.getBytes(UTF_8))
                    .param(deployment)
                    .update();
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment)
                    .singleResult();
            forgetWhatIsLoaded();

            refused(() -> runtime.startProcessInstanceById(definition.getId(), "1/" + UNIT));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void everyModelOfOursLoadsFromTheDatabase() {
        forgetWhatIsLoaded();

        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().list()) {
            assertThat(((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definition.getId()))
                    .isNotNull();
        }
    }

    @Test
    void noScriptEngineIsFoundAndNoTableAsksTheExpressionLanguage() {
        ProcessEngineConfigurationImpl configuration = configuration();
        for (String language : List.of("juel", "JUEL", "groovy", "javascript", "ecmascript", "python", "feel", "")) {
            refused(() -> configuration
                    .getCommandExecutorTxRequired()
                    .execute(command -> configuration.getScriptingEngines().getScriptEngineForLanguage(language)));
            refused(() -> configuration
                    .getCommandExecutorTxRequired()
                    .execute(command -> configuration
                            .getDmnEngineConfiguration()
                            .getScriptEngineResolver()
                            .getScriptEngineForLanguage(language)));
        }
        refused(() -> configuration.getDmnEngineConfiguration().getElProvider().createExpression("1"));
    }

    @Test
    void noVariableIsASerializedJavaObject() {
        long notice = scenario.issueTo(UNIT);
        String task = scenario.task(notice, UNIT, "signReceipt").getId();
        var list = Variables.serializedObjectValue("rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0")
                .serializationDataFormat("application/x-java-serialized-object")
                .objectTypeName("java.util.ArrayList")
                .create();

        assertThat(catchThrowable(() -> tasks.setVariable(task, "list", list)))
                .hasMessageContaining("Java serialization format is prohibited");

        assertThat(tasks.getVariables(task)).doesNotContainKey("list");
        assertThat(configuration().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration().getDeserializationTypeValidator().validate("javax.sql.DataSource"))
                .isFalse();
    }

    private void refusedDeployment(String content, String name) {
        long before = repository.createDeploymentQuery().count();
        refused(() -> repository.createDeployment().addString(name, content).deploy());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private static void refused(ThrowingCallable work) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = catchThrowable(work); cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        assertThat(causes).hasAtLeastOneElementOfType(ExpressionRefused.class);
        assertThat(System.getProperty(EvilExpressions.CANARY)).isNull();
    }

    private void forgetWhatIsLoaded() {
        configuration().getDeploymentCache().purgeCache();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private List<String> marked(String bean) {
        Class<?> type = context.getType(bean, false);
        return type == null
                ? List.of()
                : Stream.of(ClassUtils.getUserClass(type).getMethods())
                        .filter(method -> method.isAnnotationPresent(CalledByModels.class))
                        .map(ModelBeans::writtenAs)
                        .toList();
    }

    private static List<String> expressionsOf(Filter filter) {
        TaskQueryImpl query = filter.getQuery();
        return Stream.concat(Stream.of(query), query.getQueries().stream())
                .flatMap(one -> one.getExpressions().values().stream())
                .toList();
    }

    private static List<Path> modelsAndTables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.toList();
        }
    }
}
