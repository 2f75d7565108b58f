package org.noticecascade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Who may what, as {@code src/test/resources/permissions/*.csv} say it: one row per call, one column per caller. A
 * cell is the status, and for an answer of 200 the letters of the units whose tasks or instances stand in it; {@code -}
 * is not called.
 */
final class PermissionTable {
    /** Callers by column; the value is the account, empty for nobody. */
    static final Map<String, String> CALLERS = new LinkedHashMap<>();

    static {
        CALLERS.put("nobody", "");
        CALLERS.put("own staff", "u640104staff");
        CALLERS.put("own lead", "u640104lead");
        CALLERS.put("sibling staff", "u640105staff");
        CALLERS.put("superior staff", "u640100staff");
        CALLERS.put("superior supervisor", "u640100supervisor");
        CALLERS.put("province supervisor", "u640000supervisor");
        CALLERS.put("other province staff", "u310000staff");
        CALLERS.put("other province supervisor", "u310000supervisor");
        CALLERS.put("no notice", "u460000staff");
        CALLERS.put("HQ staff", "u000000staff");
        CALLERS.put("HQ supervisor", "u000000supervisor");
        CALLERS.put("admin", "admin");
    }

    static final String NOT_CALLED = "-";
    private static final Path FOLDER = Path.of("src/test/resources/permissions");

    /** One call; {@code mapping} names the endpoint of ours it belongs to and is empty for the engine's. */
    record Row(String group, String mapping, String method, String path, String body, Map<String, String> cells) {
        String call() {
            return method + " " + path;
        }
    }

    private PermissionTable() {}

    static List<Row> read(String name) {
        try (CSVParser csv = CSVParser.parse(FOLDER.resolve(name + ".csv"), StandardCharsets.UTF_8, format())) {
            List<Row> rows = new ArrayList<>();
            for (CSVRecord record : csv) {
                Map<String, String> cells = new LinkedHashMap<>();
                CALLERS.keySet().forEach(caller -> cells.put(caller, record.get(caller)));
                String mapping = record.get("mapping");
                boolean ours = mapping.contains(" ");
                rows.add(new Row(
                        record.get("group"),
                        ours ? mapping : "",
                        ours ? mapping.split(" ")[0] : mapping,
                        record.get("call"),
                        record.get("body"),
                        cells));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what was seen, to be compared with the table by a person. */
    static void write(String name, List<Row> rows) {
        try {
            Path file = Files.createDirectories(Path.of("target/permissions")).resolve(name + ".csv");
            try (CSVPrinter csv = new CSVPrinter(
                    Files.newBufferedWriter(file),
                    CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get())) {
                List<String> head = new ArrayList<>(List.of("group", "mapping", "call", "body"));
                head.addAll(CALLERS.keySet());
                csv.printRecord(head);
                for (Row row : rows) {
                    List<String> line = new ArrayList<>(List.of(
                            row.group(),
                            row.mapping().isEmpty() ? row.method() : row.mapping(),
                            row.path(),
                            row.body()));
                    line.addAll(row.cells().values());
                    csv.printRecord(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CSVFormat format() {
        return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    }
}
