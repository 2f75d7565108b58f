package org.noticecascade.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One table of all runs, whichever class they are in; a run that broke off stands in it, too. */
final class Report {
    private static final Path FILE = Path.of("target", "faults.md");
    private static final String HEAD =
            "| scenario | what was done | what came of it | seconds | held |\n|---|---|---|---:|---|\n";
    private static final Map<String, String> LINES = new LinkedHashMap<>();

    private Report() {}

    /** A run that begins: it has not held until {@link #held} says so. */
    static void begin(String scenario) {
        LINES.put(scenario, "| %s | broke off, see above | | | **no** |".formatted(scenario));
        write();
    }

    /** What a run did, before it is judged. */
    static void did(String scenario, String done, String figures, long begunNanos) {
        LINES.put(scenario, line(scenario, done, figures, begunNanos, "**no**"));
        write();
    }

    /** All that has to hold was compared. */
    static void held(String scenario) {
        LINES.computeIfPresent(scenario, (name, line) -> line.replaceAll("\\*\\*no\\*\\* \\|$", "yes |"));
        write();
    }

    private static String line(String scenario, String done, String figures, long begunNanos, String held) {
        long seconds = Duration.ofNanos(System.nanoTime() - begunNanos).toSeconds();
        return "| %s | %s | %s | %d | %s |".formatted(scenario, done, figures, seconds, held);
    }

    private static void write() {
        try {
            Files.writeString(FILE, table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table() {
        return HEAD + String.join("\n", LINES.values()) + "\n";
    }

    /** Each class prints what there is when it ends; what the last one prints is complete. */
    static void print() {
        System.out.println(table());
    }
}
