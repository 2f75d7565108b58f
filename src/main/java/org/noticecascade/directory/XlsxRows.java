package org.noticecascade.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.noticecascade.directory.ImportProgress.Stage;

/** Turns the XML of one sheet into rows. Cells right of column 100 are not read. */
class XlsxRows {
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_MERGED = 100_000;

    private final XMLStreamReader xml;
    private final List<String> shared;
    private final ImportProgress progress;
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<MergedRange> merged = new ArrayList<>();
    private int line;

    XlsxRows(XMLStreamReader xml, List<String> shared, ImportProgress progress) {
        this.xml = xml;
        this.shared = shared;
        this.progress = progress;
    }

    /** @param limit told the number of rows that are not blank, after each */
    List<SheetRow> read(IntConsumer limit) throws XMLStreamException {
        int expected = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("dimension")) {
                    expected = lastRow(xml.getAttributeValue(null, "ref"));
                } else if (xml.getLocalName().equals("row")) {
                    row();
                    limit.accept(rows.size());
                    progress.at(Stage.READING, line, Math.max(line, expected));
                } else if (xml.getLocalName().equals("mergeCell")) {
                    merge(xml.getAttributeValue(null, "ref"));
                }
            }
        }
        return rows;
    }

    /** The merged ranges, which stand behind the rows. */
    List<MergedRange> merged() {
        return merged;
    }

    private void merge(@Nullable String reference) throws XMLStreamException {
        if (merged.size() == MOST_MERGED) {
            throw new XMLStreamException("More than " + MOST_MERGED + " merged ranges");
        }
        MergedRange.of(reference == null ? "" : reference).ifPresent(merged::add);
    }

    private static int lastRow(@Nullable String reference) {
        return reference == null
                ? 0
                : MergedRange.of(reference).map(MergedRange::lastRow).orElse(0);
    }

    private void row() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : wholeNumber(number);
        List<SheetCell> cells = new ArrayList<>();
        while (!atEndOf("row")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                cell(cells);
            }
        }
        SheetRow row = new SheetRow(line, cells);
        if (!row.isBlank()) {
            rows.add(row);
        }
    }

    private void cell(List<SheetCell> cells) throws XMLStreamException {
        String reference = xml.getAttributeValue(null, "r");
        int position = reference == null ? cells.size() : new CellReference(reference).getCol();
        String type = xml.getAttributeValue(null, "t");
        StringBuilder value = new StringBuilder();
        String formula = null;
        while (!atEndOf("c")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = xml.getElementText();
                    case "v", "t" -> value.append(xml.getElementText());
                    case "rPh" -> XlsxText.skipReading(xml);
                    default -> {}
                }
            }
        }
        if (position >= cells.size() && position < MOST_COLUMNS) {
            while (cells.size() < position) {
                cells.add(SheetCell.EMPTY);
            }
            cells.add(formula == null ? plain(type, value.toString()) : new SheetCell(SheetCell.Kind.FORMULA, formula));
        }
    }

    private SheetCell plain(@Nullable String type, String value) throws XMLStreamException {
        if (type == null || type.equals("n")) {
            return value.isEmpty() ? SheetCell.EMPTY : new SheetCell(SheetCell.Kind.NUMBER, value);
        }
        return switch (type) {
            case "s" -> SheetCell.text(shared(value));
            case "inlineStr", "str" -> SheetCell.text(XlsxText.decoded(value));
            default -> new SheetCell(SheetCell.Kind.OTHER, value);
        };
    }

    private String shared(String index) throws XMLStreamException {
        int position = wholeNumber(index);
        if (position >= shared.size()) {
            throw new XMLStreamException("Shared string " + index + " does not exist");
        }
        return shared.get(position);
    }

    private static int wholeNumber(String text) throws XMLStreamException {
        if (!text.matches("\\d{1,8}")) {
            throw new XMLStreamException("Not a row number or an index: " + text);
        }
        return Integer.parseInt(text);
    }

    private boolean atEndOf(String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }
}
