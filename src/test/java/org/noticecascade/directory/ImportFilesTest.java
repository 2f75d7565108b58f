package org.noticecascade.directory;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.noticecascade.directory.Workbooks.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, encodings and limits; neither database nor Spring. */
class ImportFilesTest {
    private static final String CSV = "code,parent_code,name,level\n310000,000000,上海市局,PROVINCE\n";

    private final ImportFiles files = new ImportFiles(new DirectoryProperties(false, 1_048_576, 5_000));

    @Test
    void readsUtf8WithAndWithoutByteOrderMark() {
        assertShanghai(read("a.csv", CSV.getBytes(UTF_8)));
        assertShanghai(read("A.CSV", ("\uFEFF" + CSV).getBytes(UTF_8)));
    }

    @Test
    void readsGb18030WithRareCharacters() {
        Table table = read("a.csv", CSV.replace("上海市局", "䶮㙍\uD842\uDFB7局").getBytes(Charset.forName("GB18030")));

        assertThat(cells(table)).containsExactly("310000", "000000", "䶮㙍\uD842\uDFB7局", "PROVINCE");
    }

    @Test
    void readsWindowsLineEndsAndChineseHeadings() {
        assertShanghai(read("a.csv", "单位编码,上级编码,单位名称*,层级\r\n310000,000000,上海市局,PROVINCE\r\n".getBytes(UTF_8)));
    }

    @Test
    void rejectsUtf16AndDamagedUtf8() {
        assertUnreadable("a.csv", ("\uFEFF" + CSV).getBytes(UTF_16LE), 0, "编码");
        byte[] damaged = CSV.getBytes(UTF_8);
        damaged[new String(damaged, UTF_8).indexOf("上海") + 1] = 'x';
        assertUnreadable("a.csv", damaged, 0, "编码");
    }

    @Test
    void namesThePhysicalLineBehindQuotedLineBreaks() {
        Table table = read(
                "a.csv",
                "code,parent_code,name,level,remark\n1,0,a,b,\"two\nlines\"\n\n2,0,c,d,\"three\r\n\r\nlines\"\n3,0,e,f,\n"
                        .getBytes(UTF_8));

        assertThat(table.rows()).extracting(SheetRow::line).containsExactly(2, 5, 8);
        assertThat(table.ignoredColumns()).containsExactly("remark");
    }

    @Test
    void rejectsQuoteThatIsNotClosedWithItsLine() {
        assertUnreadable("a.csv", (CSV + "310101,310000,\"黄浦,COUNTY\nx,y\n").getBytes(UTF_8), 3, "双引号");
        assertUnreadable("a.csv", (CSV + "310101,310000,\"黄浦\"区,COUNTY\n").getBytes(UTF_8), 3, "双引号");
    }

    @Test
    void readsXlsxTextCellsWithTheirRowNumbers() {
        byte[] file = workbook(sheet -> {
            Workbooks.row(sheet, 0, "code", "parent_code", "name", "level");
            Workbooks.row(sheet, 3, "310000", "000000", "上海市局", "PROVINCE");
        });

        Table table = read("a.xlsx", file);

        assertShanghai(table);
        assertThat(table.rows().get(0).line()).isEqualTo(4);
    }

    @Test
    void refusesNumericFormulaAndOtherCellsOfAWorkbook() {
        byte[] file = workbook(sheet -> {
            Workbooks.row(sheet, 0, "code", "parent_code", "name", "level", "remark");
            Workbooks.row(sheet, 1, "", "000000", "", "", "");
            sheet.getRow(1).getCell(0).setCellValue(310000);
            sheet.getRow(1).getCell(2).setCellFormula("CONCATENATE(\"a\",\"b\")");
            sheet.getRow(1).getCell(3).setCellValue(true);
            sheet.getRow(1).getCell(4).setCellValue(12);
        });

        List<Problem> problems = unitProblems(read("a.xlsx", file));

        assertThat(problems).extracting(Problem::row).containsOnly(2);
        assertThat(problems).extracting(Problem::column).containsExactly("code", "name", "level");
        assertThat(problems.get(0).messageZh()).contains("数字格式", "文本", "0 可能已丢失");
        assertThat(problems.get(1).messageZh()).contains("是公式");
        assertThat(problems.get(2).messageZh()).contains("不是文字");
    }

    @Test
    void rejectsFilesThatAreNotWhatTheirNamesSay() throws IOException {
        byte[] xlsx = workbook(sheet -> Workbooks.row(sheet, 0, "code", "parent_code", "name", "level"));
        assertUnreadable("a.csv", xlsx, 0, "XLSX");
        assertUnreadable("a.xlsx", CSV.getBytes(UTF_8), 0, "不是 XLSX");
        assertUnreadable("a.csv", "%PDF-1.7".getBytes(UTF_8), 0, "PDF");
        assertUnreadable("a.csv", new byte[] {'a', 0, 'b'}, 0, "二进制");
        assertUnreadable("a.xlsx", zip("word/document.xml", "<x/>".getBytes(UTF_8)), 0, "不是 XLSX");
        assertUnreadable("a.xlsx", oldOffice(), 0, "旧版 XLS");
        assertUnreadable("a.csv", oldOffice(), 0, "旧版 Office");
    }

    @Test
    void rejectsTruncatedWorkbook() {
        byte[] xlsx = workbook(sheet -> Workbooks.row(sheet, 0, "code", "parent_code", "name", "level"));

        assertUnreadable("a.xlsx", Arrays.copyOf(xlsx, xlsx.length / 2), 0, "损坏");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xls", "a.txt", "a", "", "csv"})
    void rejectsOtherExtensions(String name) {
        assertUnreadable(name, CSV.getBytes(UTF_8), 0, ".csv 或 .xlsx");
    }

    @Test
    void rejectsZipBomb() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[20_000_000]);

        assertThat(bomb.length).isLessThan(100_000);
        assertUnreadable("a.xlsx", bomb, 0, "解压后超过");
    }

    @Test
    void rejectsTooManyRowsAndTooManyBytes() {
        String row = "1,0,a,b\n";
        assertThat(read("a.csv", (CSV + row.repeat(4_999)).getBytes(UTF_8)).rows())
                .hasSize(5_000);
        assertUnreadable("a.csv", (CSV + row.repeat(5_000)).getBytes(UTF_8), 0, "超过 5000 行");
        assertUnreadable("a.csv", new byte[1_048_577], 0, "文件过大");
        byte[] xlsx = workbook(sheet -> {
            for (int i = 0; i < 5_002; i++) {
                Workbooks.row(sheet, i, "code", "parent_code", "name", "level");
            }
        });
        assertUnreadable("a.xlsx", xlsx, 0, "超过 5000 行");
    }

    @Test
    void rejectsEmptyFileAndUnknownHeadings() {
        assertUnreadable("a.csv", new byte[0], 0, "空");
        assertUnreadable("a.csv", "\n , \n".getBytes(UTF_8), 0, "空");
        assertUnreadable("a.csv", "a,b,c\n1,2,3\n".getBytes(UTF_8), 1, "认不出表头");
        assertUnreadable("a.csv", CSV.replace(',', ':').getBytes(UTF_8), 1, "认不出表头");
    }

    @Test
    void reportsMissingAndRepeatedColumns() {
        Table missing = read("a.csv", "code,parent_code,name\n1,0,a\n".getBytes(UTF_8));
        assertThat(unitProblems(missing)).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(1);
            assertThat(problem.column()).isEqualTo("level");
            assertThat(problem.messageZh()).contains("缺少列“层级”");
        });

        Table repeated = read("a.csv", "code,parent_code,name,名称,level\n000000,,a,b,HQ\n".getBytes(UTF_8));
        assertThat(unitProblems(repeated)).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("名称");
            assertThat(problem.messageZh()).contains("两次");
        });
    }

    @Test
    void reportsRowsWithMoreCellsThanHeadings() {
        Table table = read("a.csv", "code,parent_code,name,level\n000000,,总局,HQ,extra\n".getBytes(UTF_8));

        assertThat(unitProblems(table)).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.value()).isEqualTo("extra");
        });
    }

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void readsItsOwnTemplate(ImportKind kind) {
        Table table = read("template.xlsx", new ImportTemplate().of(kind));

        assertThat(table.kind()).isEqualTo(kind);
        assertThat(table.headingProblems()).isEmpty();
        assertThat(table.ignoredColumns()).isEmpty();
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void reportsProgressOfALongFile() {
        List<Integer> percents = new ArrayList<>();
        files.read(
                "a.csv",
                (CSV + "1,0,a,b\n".repeat(1_000)).getBytes(UTF_8),
                (stage, done, total) -> percents.add(stage.percent(done, total)));

        assertThat(percents).isSorted().contains(0, 5, 10).doesNotContain(11);
    }

    private Table read(String name, byte[] bytes) {
        return files.read(name, bytes, ImportProgress.NONE);
    }

    private void assertUnreadable(String name, byte[] bytes, int row, String message) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> read(name, bytes));

        assertThat(refused).isNotNull();
        assertThat(refused.problem().row()).isEqualTo(row);
        assertThat(refused.problem().messageZh()).contains(message);
    }

    private static void assertShanghai(Table table) {
        assertThat(table.kind()).isEqualTo(ImportKind.UNITS);
        assertThat(cells(table)).containsExactly("310000", "000000", "上海市局", "PROVINCE");
    }

    private static List<String> cells(Table table) {
        assertThat(table.rows()).hasSize(1);
        return table.rows().get(0).cells().stream().map(SheetCell::text).toList();
    }

    private static List<Problem> unitProblems(Table table) {
        Problems problems = new Problems(table);
        UnitRow.read(table, problems);
        return problems.inOrder();
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] oldOffice() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem office = new POIFSFileSystem()) {
            office.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}
