package org.noticecascade.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** Empty workbooks to fill in: text columns, so that codes keep their leading zeros, and a second sheet that explains. */
@Component
public class ImportTemplate {
    private static final int WIDTH = 24 * 256;
    private static final int WIDE = 80 * 256;

    /** An XLSX file for this kind of import. */
    public byte[] of(ImportKind kind) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            data(workbook, Column.of(kind), kind.label());
            explanation(workbook, Column.of(kind));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the template in memory", e);
        }
    }

    private static void data(XSSFWorkbook workbook, List<Column> columns, String name) {
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        CellStyle bold = workbook.createCellStyle();
        bold.cloneStyleFrom(text);
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Sheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        Row headings = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setDefaultColumnStyle(i, text);
            sheet.setColumnWidth(i, WIDTH);
            headings.createCell(i).setCellValue(columns.get(i).label());
            headings.getCell(i).setCellStyle(bold);
        }
    }

    private static void explanation(XSSFWorkbook workbook, List<Column> columns) {
        Sheet sheet = workbook.createSheet("填写说明");
        sheet.setColumnWidth(0, WIDTH);
        sheet.setColumnWidth(1, WIDTH);
        sheet.setColumnWidth(2, WIDE);
        row(sheet, "列", "Column", "填写要求 / What to write");
        for (Column column : columns) {
            row(sheet, column.label(), column.id(), meaning(column));
        }
        row(sheet, "", "", "只读取第一张工作表。Only the first sheet is read.");
    }

    private static void row(Sheet sheet, String... values) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }

    private static String meaning(Column column) {
        return switch (column) {
            case CODE -> "必填，字母和数字，最多 12 位。Required, letters and digits, at most 12.";
            case PARENT_CODE -> "上级单位的编码，只有总局留空。Code of the superior; blank for headquarters only.";
            case UNIT_NAME -> "必填，单位全称，最多 200 字。Required, full name, at most 200 characters.";
            case LEVEL -> "必填：总局、司局、省级、地级、县级、乡级。Required: HQ, DEPARTMENT, PROVINCE, PREFECTURE, COUNTY, TOWNSHIP.";
            case USER_ID -> "必填，字母和数字，最多 64 位。Required, letters and digits, at most 64.";
            case PERSON_UNIT -> "必填，已导入单位的编码。Required, code of a unit that was imported.";
            case PERSON_NAME -> "必填，最多 100 字。Required, at most 100 characters.";
            case ROLE ->
                "必填：经办人、负责人、督办员，多个用分号隔开；每个单位只能有一个负责人。"
                        + "Required: staff, lead, supervisor, several separated by semicolons; one lead per unit.";
            case EMAIL -> "选填，用于接收提醒；留空不变，填 - 清除。Optional, for reminders; blank leaves it, - clears it.";
            case PHONE -> "选填，不要以 + 开头；留空不变，填 - 清除。Optional, without a leading +; blank leaves it, - clears it.";
            case LANGUAGE -> "选填：zh 或 en，新人默认 zh，留空不变。Optional: zh or en; blank leaves it, zh for a new person.";
            case UNIT_STATUS -> "选填：在用 或 停用，留空不变。Optional: active or inactive; blank leaves it as it is.";
            case PERSON_STATUS ->
                "选填：在用 或 停用，留空不变；停用者不能登录，任务退回。Optional: active or inactive; blank leaves it. "
                        + "Whoever is inactive cannot sign in, and claimed tasks go back.";
        };
    }
}
