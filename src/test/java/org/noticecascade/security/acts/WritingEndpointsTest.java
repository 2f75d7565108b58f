package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/**
 * Every writing endpoint of the engine's generated description, called by an administrator: a call that changes
 * something leaves the entry that {@code permissions/administrator-acts.csv} names, and no call leaves another.
 */
@ProcessTest
@Tag("own-engine")
@TestPropertySource(
        properties =
                "spring.datasource.url=jdbc:h2:mem:writing-endpoints;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=0")
class WritingEndpointsTest {
    private static final Path TABLE = Path.of("src/test/resources/permissions/administrator-acts.csv");
    private static final Set<String> WRITING = Set.of("post", "put", "delete");
    private static final String NONE = "-";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    private ThingsToChange things;
    private Wire wire;

    @AfterEach
    void removeWhatIsLeft() {
        engine.getIdentityService().clearAuthentication();
        new ThingsToChange(engine, scenario).remove();
        scenario.removeAllNotices();
    }

    @Test
    void theTableHasEveryWritingEndpointOfTheDescription() throws IOException {
        Set<String> described = new TreeSet<>();
        try (InputStream description = ProcessEngine.class.getResourceAsStream("/openapi.json")) {
            JsonNode paths = new ObjectMapper().readTree(description).path("paths");
            paths.fields()
                    .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (WRITING.contains(method)) {
                            described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                        }
                    }));
        }

        assertThat(described).hasSizeGreaterThan(150);
        Set<String> listed = new TreeSet<>();
        rows().forEach(row -> listed.add(row.get("method") + " " + row.get("path")));
        assertThat(listed).isEqualTo(described);
    }

    @Test
    void everyRowWithoutAnActSaysWhy() throws IOException {
        assertThat(rows().stream()
                        .filter(row ->
                                row.get("act").equals(NONE) && row.get("why").isBlank()))
                .isEmpty();
    }

    @Test
    void whatAnAdministratorChangesIsInTheLedger() throws IOException {
        wire = new Wire(environment);
        things = new ThingsToChange(engine, scenario);
        List<String> deviations = new ArrayList<>();
        boolean changed = true;
        for (CSVRecord row : rows()) {
            if (changed) {
                things.remove();
                things.make();
            }
            long before = ledger.countWithoutNotice();
            Reply reply = called(row);
            int count = (int) (ledger.countWithoutNotice() - before);
            List<Entry> entries = count == 0 ? List.of() : ledger.withoutNotice(0, count);
            String seen = reply.status() + " "
                    + (entries.isEmpty()
                            ? NONE
                            : entries.stream().map(entry -> entry.act().name()).collect(Collectors.joining("+")));
            changed = !entries.isEmpty();
            String expected = row.get("status") + " " + row.get("act");
            boolean named = entries.stream()
                    .allMatch(entry -> entry.actor().equals("admin")
                            && !(entry.target() + Objects.toString(entry.to(), "")).isBlank());
            if (!seen.equals(expected) || !named) {
                deviations.add("%s %s: expected %s but was %s %s %s"
                        .formatted(
                                row.get("method"),
                                row.get("call"),
                                expected,
                                seen,
                                reply.status() < 300 ? "" : reply.text(),
                                named ? "" : entries));
            }
        }
        assertThat(deviations).isEmpty();
    }

    private Reply called(CSVRecord row) {
        String path = "/engine-rest" + things.filled(row.get("call"));
        String body = things.filled(row.get("body").replace("$password", wire.password()));
        if (body.startsWith("multipart")) {
            String[] headers = Stream.concat(
                            Stream.of(Wire.basic("admin", wire.password())),
                            Stream.of("Content-Type", "multipart/form-data; boundary=acts"))
                    .toArray(String[]::new);
            return wire.send(row.get("method"), path, parts(body.endsWith("deployment")), headers);
        }
        return wire.json("admin", row.get("method"), path, body.isEmpty() ? null : body);
    }

    private static byte[] parts(boolean deployment) {
        String text = deployment
                ? part("deployment-name", "", "acts") + part("data", "; filename=\"x.bpmn\"", "content")
                : part("data", "; filename=\"x.txt\"", "content") + part("valueType", "", "Bytes");
        return (text + "--acts--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String name, String more, String content) {
        return "--acts\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n".formatted(name, more, content);
    }

    private static List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser csv = CSVParser.parse(TABLE, StandardCharsets.UTF_8, format)) {
            return csv.getRecords();
        }
    }
}
