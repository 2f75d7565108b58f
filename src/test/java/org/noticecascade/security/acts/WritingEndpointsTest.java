package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

/**
 * The table {@code permissions/administrator-acts.csv} has every writing operation of the engine's generated description,
 * with the act that it leaves in the ledger or the reason why it leaves none. {@code AdministratorsActsTest} calls some
 * of them; not every row has been called.
 */
class WritingEndpointsTest {
    private static final Path TABLE = Path.of("src/test/resources/permissions/administrator-acts.csv");
    private static final Set<String> WRITING = Set.of("post", "put", "delete");
    private static final String NONE = "-";

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
