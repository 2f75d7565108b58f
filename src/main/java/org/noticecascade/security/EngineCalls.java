package org.noticecascade.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.noticecascade.security.EngineCall.Who;

/**
 * The engine's calls that people may make: {@code security/engine-calls.csv}, a row a call, each with its reason.
 *
 * <p>Whatever is not in the table does not exist for anybody but administrators. The browser tests record what the
 * screens call and hold it against the table.
 */
final class EngineCalls {
    private static final String TABLE = "/security/engine-calls.csv";

    private final List<EngineCall> rows;

    EngineCalls() {
        this.rows = read();
    }

    List<EngineCall> rows() {
        return rows;
    }

    /** Whether nobody may make the call, administrators neither. */
    boolean isClosed(String method, String path) {
        return rows.stream()
                .anyMatch(row ->
                        row.who() == Who.CLOSED && row.matches(method, path, "").isPresent());
    }

    /**
     * The rows of a call; each kind of caller has its own.
     *
     * @param path below {@code /camunda/api/}, without a slash at its end
     * @param user whom {@code {me}} stands for; empty if nobody has signed in
     */
    List<EngineCall> find(String method, String path, String user) {
        return rows.stream()
                .flatMap(row -> row.matches(method, path, user).stream())
                .toList();
    }

    private static List<EngineCall> read() {
        try (InputStream file = EngineCalls.class.getResourceAsStream(TABLE)) {
            if (file == null) {
                throw new IllegalStateException("The table of the engine's calls is missing: " + TABLE);
            }
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (CSVParser csv = CSVParser.parse(new InputStreamReader(file, StandardCharsets.UTF_8), format)) {
                return csv.stream().map(EngineCall::of).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TABLE, e);
        }
    }
}
