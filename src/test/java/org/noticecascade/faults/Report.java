package org.noticecascade.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of all runs. */
final class Report {
    private static final Path FILE = Path.of("target", "faults.md");
    private static final List<String> LINES = new ArrayList<>(List.of(
            "| scenario | what was done | mails sent | expected | doubled | reminders | escalations | seconds |",
            "|---|---|---:|---:|---:|---:|---:|---:|"));

    private Report() {}

    static void add(
            String scenario,
            String done,
            long sent,
            long expected,
            long doubled,
            long reminders,
            long escalations,
            long seconds) {
        LINES.add("| %s | %s | %d | %d | %d | %d | %d | %d |"
                .formatted(scenario, done, sent, expected, doubled, reminders, escalations, seconds));
    }

    static void write() {
        String table = String.join("\n", LINES) + "\n";
        System.out.println(table);
        try {
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
