package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody gets anything without signing in. */
@ProcessTest
class AnonymousCallsTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private JdbcClient jdbc;

    private Wire wire;

    private record Call(String method, String path) {}

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @Test
    void everyMappingRefusesNobodyAndChangesNothing() {
        long notice = scenario.issueTo(NINGXIA);
        String task = scenario.task(notice, NINGXIA, "signReceipt").getId();
        List<Call> calls = mapped(notice, task);
        List<String> before = contents();

        WebSession nobody = WebSession.ofNobody(wire);
        assertThat(calls).hasSizeGreaterThan(40).allSatisfy(call -> {
            String body = call.method().equals("GET") ? null : "{}";
            boolean browser = call.path().startsWith("/camunda");
            Reply reply = browser
                    ? nobody.json(call.method(), call.path(), "{}")
                    : wire.json(null, call.method(), call.path(), body);
            assertUnauthorized(call, reply);
            assertThat(wire.json(null, call.method(), call.path(), body).status())
                    .as("%s without cookies", call)
                    .isIn(401, browser ? 403 : 401);
        });

        assertThat(contents()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void everyMappingRefusesAWrongPassword() {
        List<Call> calls = mapped(1, "1").stream()
                .filter(call -> call.path().startsWith("/api/"))
                .toList();
        String[] wrong = Wire.basic("u999999nobody", "wrong");

        assertThat(calls)
                .allSatisfy(call -> assertUnauthorized(call, wire.send(call.method(), call.path(), null, wrong)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic bm9jb2xvbg==", "Basic ", "Bearer abc", "basic OjpO", "Digest x"})
    void malformedCredentialsAreNobody(String header) {
        Reply reply = wire.send("GET", "/api/notices", null, "Authorization", header);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.detail()).isEqualTo("请先登录。");
        assertThat(reply.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
    }

    @Test
    void basicCredentialsDoNotOpenTheBrowsersPaths() {
        Reply reply = wire.json("u000000staff", "GET", "/camunda/api/cascade/notices", null);

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void onlyTheErrorPageIsMappedOutsideTheTwoPrefixesAndItTooRefusesDirectCalls() {
        Set<String> outside = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/api/") && !path.startsWith("/camunda/api/cascade/"))
                        .forEach(outside::add));

        assertThat(outside).containsExactly("/error");
        assertThat(wire.json(null, "GET", "/error", null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/engine-rest/engine,401",
        "HEAD,/engine-rest/engine,401",
        "OPTIONS,/engine-rest/engine,401",
        "GET,/engine-rest/engine/,401",
        "GET,//engine-rest/engine,400",
        "GET,/engine-rest//engine,400",
        "GET,/engine-rest/./engine,400",
        "GET,/engine-rest/task/../engine,400",
        "GET,/engine-rest/engine;x=y,400",
        "GET,/engine-rest;x=y/engine,400",
        "GET,/engine-rest/%65ngine,401",
        "GET,/engine-rest/engine/%2e,400",
        "GET,/ENGINE-REST/engine,404",
        "GET,/engine-rest/ENGINE,401",
        "GET,/engine-rest/engine/default/task,401",
        "GET,/engine-rest/engine/default/process-definition,401",
        "GET,/engine-rest/engine/default/version,401",
        "GET,/engine-rest/task,401",
        "HEAD,/engine-rest/task,401",
        "OPTIONS,/engine-rest/task,401",
        "GET,/engine-rest/task/,401",
        "GET,//engine-rest//task,400",
        "GET,/engine-rest;x=y/task,400",
        "GET,/engine-rest/task;x=y,400",
        "GET,/engine-rest/t%61sk,401",
        "GET,/%65ngine-rest/task,400",
        "GET,/api/../engine-rest/task,400",
        "POST,/engine-rest/task/1/complete,401",
        "DELETE,/engine-rest/process-instance/1,401",
        "GET,/engine-rest/identity/groups,401",
        "POST,/engine-rest/identity/verify,401",
        "POST,/engine-rest/user/create,401",
        "GET,/engine-rest/openapi.json,401",
        "GET,/engine-rest/schema/log,401",
        "GET,/engine-rest,401",
        "GET,/api/notices;x=y,400",
        "GET,/api;x=y/notices,400",
        "GET,/api//notices,400",
        "GET,//api/notices,400",
        "GET,/%61pi/notices,401",
        "GET,/api/nothing,401",
        "HEAD,/api/notices,401",
        "OPTIONS,/api/notices,401",
        "GET,/camunda/api/cascade/notices/,401",
        "GET,/camunda/api/cascade//notices,400",
        "GET,/camunda/api/cascade/notices;x=y,400",
        "GET,/camunda/api/cascade/%6eotices,401",
        "GET,/camunda/api/./cascade/notices,400",
        "GET,/camunda/api/engine/engine/default/task,401",
        "GET,/camunda/api/engine/engine/default/task;x=y,400",
        "GET,/camunda/api/engine/engine/default//task,400",
        "GET,/camunda/api/engine/engine/default/t%61sk,401",
        "GET,/v3/api-docs,404",
        "GET,/swagger-ui/index.html,404",
        "GET,/webjars/swagger-ui/index.html,404",
        "GET,/h2-console,404",
        "GET,/actuator/env,401",
        "GET,/actuator,401",
        "GET,/actuator/health/../env,400",
        "GET,/actuator/info,401"
    })
    void noSpellingOfAPathOpensIt(String method, String path, int expected) {
        Reply reply = wire.send(method, path, null);

        assertThat(reply.status()).as("%s %s: %s", method, path, reply.text()).isEqualTo(expected);
        assertThat(reply.text()).doesNotContain("\"default\"", "\"id\"");
    }

    /** Both webapps ask for it before anybody signs in; it says {@code default}, as every address of theirs does. */
    @Test
    void onlyTheNameOfTheEngineIsToldToNobodyByTheWebapps() {
        assertThat(wire.send("GET", "/camunda/api/engine/engine/", null).text())
                .contains("{\"name\":\"default\"}")
                .matches("\\[(\\{\"name\":\"[a-z-]+\"},?)+]");
    }

    private void assertUnauthorized(Call call, Reply reply) {
        assertThat(reply.status()).as("%s: %s", call, reply.text()).isEqualTo(401);
        assertThat(reply.type()).as(call.toString()).startsWith("application/problem+json");
        assertThat(reply.detail()).as(call.toString()).isEqualTo("请先登录。");
    }

    private List<Call> mapped(long notice, String task) {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> !path.equals("/error"))
                        .flatMap(path -> methods(mapping).map(method -> new Call(method, filled(path, notice, task)))))
                .toList();
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
    }

    private static String filled(String path, long notice, String task) {
        return path.replace("{taskId}", task)
                .replaceAll("\\{(noticeId|id)}", String.valueOf(notice))
                .replaceAll("\\{[^}]*}", "1");
    }

    private List<String> contents() {
        return Stream.of(
                        "notice",
                        "attachment",
                        "submission",
                        "plan",
                        "assignment",
                        "ledger",
                        "ACT_RU_TASK",
                        "ACT_RU_EXECUTION")
                .flatMap(table ->
                        jdbc
                                .sql("select * from " + table + " order by 1")
                                .query(AnonymousCallsTest::text)
                                .list()
                                .stream()
                                .map(row -> table + row))
                .toList();
    }

    private static String text(ResultSet row, int number) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.append('|').append(row.getString(column));
        }
        return text.toString();
    }
}
