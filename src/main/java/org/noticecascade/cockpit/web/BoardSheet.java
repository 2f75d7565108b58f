package org.noticecascade.cockpit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.noticecascade.NoticeCascadeApplication;

/**
 * The board as a workbook, row by row: only the last rows are in memory, the rest is in a compressed temporary file.
 *
 * <p>A text that a spreadsheet would take for a formula is kept a text.
 */
final class BoardSheet implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int LONGEST_CELL = 32_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(NoticeCascadeApplication.ZONE));

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SXSSFSheet sheet = workbook.createSheet("督办看板");
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle quoted = workbook.createCellStyle();
    private int next;

    BoardSheet() {
        workbook.setCompressTempFiles(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setQuotePrefixed(true);
        quoted.setQuotePrefixed(true);
    }

    /** Lines above the table: what this is, of when, and how it was narrowed. */
    void title(String... lines) {
        for (String line : lines) {
            text(sheet.createRow(next++), 0, line, heading);
        }
    }

    void headings() {
        Row row = sheet.createRow(next++);
        BoardColumn[] columns = BoardColumn.values();
        for (int i = 0; i < columns.length; i++) {
            sheet.setColumnWidth(i, columns[i].width() * 256);
            text(row, i, columns[i].title(), heading);
        }
        sheet.createFreezePane(2, next);
    }

    void add(RowView view) {
        Row row = sheet.createRow(next++);
        BoardColumn[] columns = BoardColumn.values();
        for (int i = 0; i < columns.length; i++) {
            put(row, i, columns[i].of(view));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void put(Row row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            row.createCell(column).setCellValue(number.doubleValue());
        } else if (value instanceof OffsetDateTime moment) {
            text(row, column, MOMENT.format(moment), null);
        } else if (value != null) {
            String text = value.toString();
            text(row, column, text, looksLikeFormula(text) ? quoted : null);
        }
    }

    private static void text(Row row, int column, String text, @Nullable CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL));
        if (style != null) {
            cell.setCellStyle(style);
        }
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }
}
