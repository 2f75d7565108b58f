package org.noticecascade.directory;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Opens a file by its name and makes sure that its bytes are what the name says. */
@Component
class ImportFiles {
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLD_OFFICE = "\u00D0\u00CF\u0011\u00E0";

    private final DirectoryProperties properties;

    ImportFiles(DirectoryProperties properties) {
        this.properties = properties;
    }

    /** @throws UnreadableFile if it is too large, of another type, or broken */
    Table read(String fileName, byte[] bytes, ImportProgress progress) {
        checkSize(fileName, bytes.length);
        RowLimit limit = new RowLimit(properties.importMaxRows());
        String name = fileName.toLowerCase(Locale.ROOT);
        Sheet sheet;
        if (name.endsWith(".csv")) {
            checkIsText(fileName, bytes);
            sheet = Sheet.ofCsv(new CsvSheet(limit, progress).read(fileName, bytes));
        } else if (name.endsWith(".xlsx")) {
            checkIsZip(fileName, bytes);
            XlsxPackage workbook = XlsxPackage.unpack(fileName, bytes, 10L * properties.importMaxBytes());
            sheet = new XlsxSheet(limit, progress).read(fileName, workbook);
        } else {
            throw UnreadableFile.of(
                    fileName,
                    "只能导入 .csv 或 .xlsx 文件。请另存为其中一种格式。",
                    "Only .csv and .xlsx files can be imported. Save it as one of them.");
        }
        return Table.of(fileName, sheet);
    }

    private void checkSize(String fileName, int size) {
        if (size > properties.importMaxBytes()) {
            throw UnreadableFile.of(
                    fileName,
                    "文件过大：%d 字节，最多 %d 字节。请分成几个文件导入。".formatted(size, properties.importMaxBytes()),
                    "The file is too large: %d bytes, at most %d. Split it."
                            .formatted(size, properties.importMaxBytes()));
        }
    }

    private static void checkIsText(String fileName, byte[] bytes) {
        String actual = actualType(bytes);
        if (actual.isEmpty()) {
            return;
        }
        throw UnreadableFile.of(
                fileName,
                "文件名以 .csv 结尾，内容却是%s。请用正确的扩展名，或在表格软件中另存为 CSV。".formatted(actual),
                "The name ends in .csv, but the content is not CSV text. Correct the name, or save it as CSV.");
    }

    private static String actualType(byte[] bytes) {
        String start = start(bytes);
        if (start.startsWith(ZIP)) {
            return "压缩格式（如 XLSX）";
        }
        if (start.startsWith(OLD_OFFICE)) {
            return "旧版 Office 文件（如 XLS）";
        }
        if (start.startsWith("%PDF")) {
            return " PDF ";
        }
        boolean utf16 = start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF");
        for (byte b : bytes) {
            if (b == 0 && !utf16) {
                return "二进制数据";
            }
        }
        return "";
    }

    private static void checkIsZip(String fileName, byte[] bytes) {
        String start = start(bytes);
        if (start.startsWith(OLD_OFFICE)) {
            throw UnreadableFile.of(
                    fileName,
                    "文件名以 .xlsx 结尾，内容却是旧版 XLS 或带密码的文件。请取消密码并另存为 XLSX。",
                    "The name ends in .xlsx, but the content is an old XLS or a file with a password. Remove the "
                            + "password and save it as XLSX.");
        }
        if (!start.startsWith(ZIP)) {
            throw XlsxSheet.notXlsx(fileName);
        }
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
    }
}
