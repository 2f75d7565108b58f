package org.noticecascade.benchmarks.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The addressed units for contestants without our tables, read once and kept in memory; public for expressions in
 * models. A line of the file holds code, superior's code and name, tabs between them, superiors first.
 */
public final class UnitList {
    static final String HEADQUARTERS = "000000";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new LinkedHashMap<>();

    UnitList(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            names.put(cells[0], cells[2]);
            below.computeIfAbsent(cells[1], superior -> new ArrayList<>()).add(cells[0]);
        }
    }

    List<String> codes() {
        return List.copyOf(names.keySet());
    }

    public boolean addressed(String unit) {
        return !unit.equals(HEADQUARTERS);
    }

    public String name(String unit) {
        return names.get(unit);
    }

    public String group(String unit) {
        return "U" + unit + "STAFF";
    }

    public boolean hasBelow(String unit) {
        return below.containsKey(unit);
    }

    public List<String> below(String unit) {
        return below.getOrDefault(unit, List.of());
    }
}
