package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.security.EngineCall.Who;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Every operation of the engine's own REST description, and who may call it: {@code permissions/engine-description.csv}.
 * An operation that nobody has thought of is missing there and fails. What is not open to people answers 404 to them.
 *
 * <p>With {@code -Dpermissions.record=true} the table is written to {@code target/permissions}, to be judged by a person.
 */
@ProcessTest
class EngineDescriptionTest {
    private static final Path TABLE = Path.of("src/test/resources/permissions/engine-description.csv");
    private static final String ENGINE = "engine/engine/default";
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "options", "head", "patch");

    @Autowired
    private Environment environment;

    private final EngineCalls calls = new EngineCalls();

    @Test
    void eachOperationIsOpenToThoseTheTableNames() throws IOException {
        String seen = described().entrySet().stream()
                .map(operation -> operation.getKey() + "," + operation.getValue() + "\n")
                .collect(Collectors.joining("", "method,path,open to\n", ""));
        if (Boolean.getBoolean("permissions.record")) {
            Files.createDirectories(Path.of("target/permissions"));
            Files.writeString(Path.of("target/permissions/engine-description.csv"), seen);
        } else {
            assertThat(seen).isEqualTo(Files.readString(TABLE));
        }
    }

    @Test
    void eachRowForPeopleIsAnOperationOfTheDescriptionOrOfTheWebApplications() throws IOException {
        Set<String> operations = described().keySet();

        List<String> unknown = calls.rows().stream()
                .filter(row -> row.path().startsWith(ENGINE + "/") && row.who() != Who.CLOSED)
                .filter(row -> operations.stream().noneMatch(operation -> sameShape(operation, row)))
                .map(row -> row.method() + " " + row.path())
                .toList();

        assertThat(unknown)
                .as("only what the description leaves out")
                .containsExactly("GET engine/engine/default/case-definition/count");
    }

    @Test
    void whatIsNotOpenIsNotThereForPeople() throws IOException {
        Wire wire = new Wire(environment);
        Map<String, WebSession> people = Map.of(
                "people",
                WebSession.signIn(wire, "u640104staff"),
                "cockpit",
                WebSession.signIn(wire, "u000000supervisor"));
        List<String> let = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, String> operation : described().entrySet()) {
            String method = operation.getKey().split(",")[0];
            String path = filled(operation.getKey().split(",", 2)[1]);
            byte[] body = method.equals("GET") ? null : "{}".getBytes(StandardCharsets.UTF_8);
            for (Map.Entry<String, WebSession> person : people.entrySet()) {
                if (!opens(operation.getValue(), person.getKey())) {
                    asked++;
                    int status = person.getValue()
                            .send(method, "/camunda/api/" + ENGINE + path, body, "Content-Type", "application/json")
                            .status();
                    if (status != 404) {
                        let.add(person.getKey() + " " + operation.getKey() + " " + status);
                    }
                }
            }
            String[] basic = wire.basic("u640104staff");
            int status = wire.send(
                            method, "/engine-rest" + path, body, basic[0], basic[1], "Content-Type", "application/json")
                    .status();
            if (status != 404) {
                let.add("program " + operation.getKey() + " " + status);
            }
        }
        assertThat(let).isEmpty();
        assertThat(asked).isGreaterThan(600);
    }

    private static boolean opens(String openTo, String person) {
        return openTo.contains("people") || openTo.contains("nobody") || openTo.contains(person);
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]*}", "none");
    }

    private static boolean sameShape(String operation, EngineCall row) {
        String[] parts = operation.split(",", 2);
        String mine = row.path().substring(ENGINE.length()).replaceAll("\\{[^}]*}", "{}");
        return parts[0].equals(row.method())
                && parts[1].replaceAll("\\{[^}]*}", "{}").equals(mine);
    }

    /** Method and path of each operation, and for whom the table of calls has a row. */
    private Map<String, String> described() throws IOException {
        Map<String, String> operations = new TreeMap<>();
        try (InputStream description = getClass().getResourceAsStream("/openapi.json")) {
            JsonNode paths = new ObjectMapper().readTree(description).path("paths");
            paths.fields()
                    .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                        if (VERBS.contains(verb)) {
                            String method = verb.toUpperCase(Locale.ROOT);
                            operations.put(method + "," + path.getKey(), openTo(method, path.getKey()));
                        }
                    }));
        }
        return operations;
    }

    private String openTo(String method, String path) {
        String called = ENGINE + path.replaceAll("\\{[^}]*}", "x");
        Set<String> open = new TreeSet<>();
        calls.find(method, called, "x").forEach(row -> open.add(row.who().name().toLowerCase(Locale.ROOT)));
        if (open.contains("closed")) {
            return "closed";
        }
        return open.isEmpty() ? "administrators" : String.join(" ", open);
    }
}
