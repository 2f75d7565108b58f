package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.PermissionTable.Row;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint, ours and the engine's, as every caller finds it; see {@link PermissionTable}. The engine's are called
 * on both ways in: by machines below {@code /engine-rest} and by browsers below {@code /camunda/api/engine}.
 *
 * <p>With {@code -Dpermissions.record=true} it writes what it saw to {@code target/permissions} instead of comparing.
 */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {
    private static final String ENGINE_REST = "/engine-rest";
    private static final String IN_WEBAPPS = "/camunda/api/engine/engine/default";
    private static final boolean RECORD = Boolean.getBoolean("permissions.record");

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Map<String, WebSession> sessions = new LinkedHashMap<>();
    private final Map<String, List<Row>> recorded = new LinkedHashMap<>();
    private Wire wire;
    private PermissionThings things;

    static Stream<Arguments> groups() {
        return Stream.of("ours", "engine", "webapps")
                .flatMap(table -> PermissionTable.read(table).stream()
                        .map(Row::group)
                        .distinct()
                        .map(group -> Arguments.of(table, group)));
    }

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
        things = new PermissionThings(scenario, engine, jdbc);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("groups")
    void everyCallerGetsWhatTheTableSays(String table, String group) {
        things.set(group.equals("approval"));
        List<String> deviations = new ArrayList<>();
        for (Row row : PermissionTable.read(table)) {
            if (row.group().equals(group)) {
                Map<String, String> seen = new LinkedHashMap<>();
                row.cells().forEach((caller, expected) -> {
                    String cell = expected.equals(PermissionTable.NOT_CALLED)
                            ? expected
                            : cell(table, row, caller, deviations);
                    seen.put(caller, cell);
                    if (!cell.equals(expected)) {
                        deviations.add(
                                "%s as %s: expected %s but was %s".formatted(row.call(), caller, expected, cell));
                    }
                });
                recorded.computeIfAbsent(table, each -> new ArrayList<>())
                        .add(new Row(row.group(), row.mapping(), row.method(), row.path(), row.body(), seen));
            }
        }
        if (RECORD) {
            PermissionTable.write(table, recorded.get(table));
            deviations.stream().filter(each -> !each.contains(": expected")).forEach(System.out::println);
        } else {
            assertThat(deviations).isEmpty();
        }
    }

    @Test
    void theTableHasEveryEndpointOfOurs() {
        Set<String> mapped = Endpoints.of(requestMappingHandlerMapping);

        Set<String> listed =
                PermissionTable.read("ours").stream().map(Row::mapping).collect(Collectors.toSet());
        assertThat(listed).isEqualTo(mapped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/permissions.md", "docs/zh/permissions.md"})
    void theDocumentsSayTheSame(String file) throws IOException {
        String tables = PermissionDocs.rendered(file.contains("/zh/"));
        String text = Files.readString(Path.of(file));
        if (RECORD) {
            Files.writeString(Path.of(file), text.substring(0, text.indexOf("### ")) + tables + "\n");
        } else {
            assertThat(text).endsWith(tables + "\n");
        }
    }

    /** What one caller gets, on every way in; the ways must agree. */
    private String cell(String table, Row row, String caller, List<String> deviations) {
        String user = PermissionTable.CALLERS.get(caller);
        Set<String> cells = new TreeSet<>();
        for (String root : roots(table, row)) {
            Reply reply = send(user, row.method(), root + row.path(), row.body());
            String cell = reply.status() == 200 ? ("200 " + things.seenIn(reply.text())).strip() : "" + reply.status();
            cells.add(cell);
            if (reply.status() == 404 || reply.status() == 403) {
                compareWithNothing(row, root, user, reply, deviations);
            }
            if (reply.status() < 300 && !row.method().equals("GET") && !things.areIntact()) {
                things.set(row.group().equals("approval"));
            }
        }
        return String.join("/", cells);
    }

    /** What is hidden must answer as what does not exist; whoever sees a thing may be told that they may not change it. */
    private void compareWithNothing(Row row, String root, String user, Reply hidden, List<String> deviations) {
        String name = PermissionThings.lastNamed(row.path() + " " + row.body());
        if (!things.knows(name)) {
            return;
        }
        Reply nothing = send(
                user, row.method(), things.withNothing(root + row.path(), name), things.withNothing(row.body(), name));
        String one = things.without(hidden.text(), name);
        String other = things.without(nothing.text(), name);
        if ((nothing.status() != hidden.status() || !one.equals(other)) && !sees(user, name)) {
            deviations.add("%s%s as %s tells hidden from missing: %d %s; %d %s"
                    .formatted(root, row.call(), user, hidden.status(), one, nothing.status(), other));
        }
    }

    private boolean sees(String user, String name) {
        String path =
                switch (name) {
                    case "notice", "draft" -> "/api/notices/$" + name;
                    case "assignment" -> "/api/assignments/$assignment/extensions";
                    case "definition" -> IN_WEBAPPS + "/process-definition/$" + name;
                    case "key" -> IN_WEBAPPS + "/process-instance/$instance";
                    default ->
                        (IN_WEBAPPS + "/%s/$%s")
                                .formatted(
                                        name.toLowerCase(Locale.ROOT).endsWith("task")
                                                ? "task"
                                                : name.toLowerCase(Locale.ROOT).endsWith("instance")
                                                        ? "process-instance"
                                                        : name,
                                        name);
                };
        return send(user, "GET", path, "").status() == 200;
    }

    private static List<String> roots(String table, Row row) {
        return switch (table) {
            case "ours" -> List.of("/api");
            case "engine" -> row.body().equals("file") ? List.of(ENGINE_REST) : List.of(ENGINE_REST, IN_WEBAPPS);
            default -> List.of("");
        };
    }

    private Reply send(String user, String method, String unfilledPath, String unfilledBody) {
        String path = things.filled(unfilledPath, user, wire.password());
        String body = things.filled(unfilledBody, user, wire.password());
        boolean reads = method.equals("GET");
        if (path.startsWith("/camunda/")) {
            Reply reply = inSession(user, method, path, body);
            if (reply.status() != 401 && !path.contains("/app/") && !path.endsWith("/auth/user/default")
                    || user.isEmpty()) {
                return reply;
            }
            sessions.remove(user);
            return inSession(user, method, path, body);
        }
        if (body.equals("file")) {
            return upload(user, path);
        }
        return program(user, method, path, reads || body.isEmpty() ? null : body);
    }

    /** A session ends with each change of its account; the one who asks signs in again then. */
    private Reply inSession(String user, String method, String path, String body) {
        WebSession session = sessions.computeIfAbsent(
                user, each -> each.isEmpty() ? WebSession.ofNobody(wire) : WebSession.signIn(wire, each));
        return method.equals("GET") ? session.get(path) : session.json(method, path, body);
    }

    /** As a program sends it: {@link Wire#json} would go the way of the screens. */
    private Reply program(String user, String method, String path, @Nullable String body) {
        List<String> headers = new ArrayList<>();
        if (!user.isEmpty()) {
            headers.addAll(List.of(wire.basic(user)));
        }
        if (body != null) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        return wire.send(
                method,
                path,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                headers.toArray(String[]::new));
    }

    private Reply upload(String user, String path) {
        byte[] file = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"units.csv\"\r\n\r\n"
                        + Scenario.text(1) + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        String type = "multipart/form-data; boundary=x";
        if (user.isEmpty()) {
            return wire.send("POST", path, file, "Content-Type", type);
        }
        String[] basic = wire.basic(user);
        return wire.send("POST", path, file, basic[0], basic[1], "Content-Type", type);
    }
}
