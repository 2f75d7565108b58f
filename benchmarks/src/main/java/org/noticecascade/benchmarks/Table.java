package org.noticecascade.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text that line up, as a Markdown table and as CSV. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        rows.add(List.of(heads));
    }

    public void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? "%,.2f".formatted(number) : cell instanceof Number n ? "%,d".formatted(n.longValue()) : String.valueOf(cell);
    }

    public String markdown() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(line(row, widths));
        }
        lines.add(1, Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
        return String.join("\n", lines);
    }

    private static String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String gap = " ".repeat(widths[i] - cell.length());
            cells.add(i == 0 ? cell + gap : gap + cell);
        }
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    public void writeCsv(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                rows.stream()
                        .map(row -> row.stream().map(cell -> cell.replace(",", "")).collect(Collectors.joining(",")))
                        .toList());
    }
}
