package org.noticecascade.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as people keep them and as programs other than Excel write them. */
class OddWorkbooksTest {
    private static final String[] HEADINGS = {"单位编码", "上级编码", "单位名称", "层级", "备注"};
    private static final String[] SHANGHAI = {"310000", "000000", "上海市局", "省级", ""};

    private final ImportFiles files = new ImportFiles(new DirectoryProperties(false, 1_048_576, 5_000));

    @ParameterizedTest
    @EnumSource(
            value = SheetVisibility.class,
            names = {"HIDDEN", "VERY_HIDDEN"})
    void readsTheFirstVisibleSheetAndNamesIt(SheetVisibility hidden) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            units(workbook.createSheet("旧数据"), new String[] {"990000", "000000", "旧", "省级", ""});
            units(workbook.createSheet("2027年单位"), SHANGHAI);
            workbook.setSheetVisibility(0, hidden);

            Table table = read(written(workbook));

            assertShanghai(table);
            assertThat(table.sheet()).isEqualTo("2027年单位");
        }
    }

    @Test
    void saysWhichSheetIsEmptyOrHasNoHeadings() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet first = workbook.createSheet("说明");
            units(workbook.createSheet("单位"), SHANGHAI);

            assertThat(refused(written(workbook))).contains("“说明”是空的");
            Workbooks.row(first, 0, "填表说明");
            assertThat(refused(written(workbook))).contains("工作表“说明”：认不出表头");
        }
    }

    @Test
    void passesOverChartsAndSaysWhenNothingIsVisible() {
        String chart = "<sheet name='图' sheetId='2' r:id='rId9'/>";
        Map<String, String> parts = parts(false, chart + "<sheet name='数据' sheetId='1' r:id='rId1'/>");

        Table table = read(zip(parts));

        assertShanghai(table);
        assertThat(table.sheet()).isEqualTo("数据");
        assertThat(refused(zip(parts(false, chart + "<sheet name='数据' state='hidden' sheetId='1' r:id='rId1'/>"))))
                .contains("没有可见的工作表");
    }

    @Test
    void readsStrictOfficeOpenXml() {
        Table table = read(zip(parts(true, "<sheet name='数据' sheetId='1' r:id='rId1'/>")));

        assertShanghai(table);
        assertThat(table.sheet()).isEqualTo("数据");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%s", "\\%s", "./%s", "%s"})
    void readsPartsHoweverTheirNamesAreSpelt(String spelling) {
        Map<String, String> spelt = new LinkedHashMap<>();
        parts(false, "<sheet name='数据' sheetId='1' r:id='rId1'/>")
                .forEach((name, content) -> spelt.put(
                        spelling.startsWith("\\") ? name.replace('/', '\\') : spelling.formatted(name), content));
        spelt.put("会议/图片.png", "x");

        assertShanghai(read(zip(spelt, Charset.forName("GBK"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no XML at all",
                "",
                "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>a</dc:creator>"
                        + "<dc:creator>b</dc:creator></cp:coreProperties>",
                "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
                        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xmlns:dcterms='http://purl.org/dc/terms/'>"
                        + "<dcterms:created xsi:type='dcterms:W3CDTF'>昨天</dcterms:created></cp:coreProperties>"
            })
    void oddPropertiesKeepNobodyFromReadingTheCells(String properties) {
        Map<String, String> parts = parts(false, "<sheet name='数据' sheetId='1' r:id='rId1'/>");
        parts.put("docProps/core.xml", properties);
        parts.put("docProps/core2.xml", properties);
        parts.put(
                "[Content_Types].xml",
                parts.get("[Content_Types].xml")
                        .replace(
                                "</Types>",
                                ("<Override PartName='/docProps/core.xml' ContentType='%1$s'/>"
                                                + "<Override PartName='/docProps/core2.xml' ContentType='%1$s'/></Types>")
                                        .formatted("application/vnd.openxmlformats-package.core-properties+xml")));
        parts.put(
                "_rels/.rels",
                parts.get("_rels/.rels")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id='rId2' Type='http://schemas.openxmlformats.org/package/2006/"
                                        + "relationships/metadata/core-properties' Target='docProps/core.xml'/>"
                                        + "</Relationships>"));

        assertShanghai(read(zip(parts)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decodesEscapesBeforeItChecks(boolean inline) {
        assertShanghai(read(withName(inline, "上海市局_x000D_")));
        assertShanghai(read(withName(inline, "_x000d__x000A_上海市局_x3000_")));
        assertThat(problems(withName(inline, "上海_x000D_市局"))).containsExactly("“单位名称”含有换行或看不见的字符。请重新输入这一格。");
        assertThat(problems(withName(inline, "上海_x200B_市局")))
                .singleElement()
                .asString()
                .contains("看不见的字符");
        assertThat(problems(withName(inline, "上海_xD83D_市局")))
                .singleElement()
                .asString()
                .contains("看不见的字符");
        Table literal = read(withName(inline, "甲_x005F_x000D_乙"));
        assertThat(literal.rows().get(0).cell(2).text()).isEqualTo("甲_x000D_乙");
    }

    @Test
    void refusesAMergedRangeInOneOfOurColumns() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            units(sheet, SHANGHAI, new String[] {"310101", "", "黄浦区局", "县级", ""}, new String[] {
                "310104", "", "徐汇区局", "县级", ""
            });
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 1, 1));

            List<Problem> problems = unitProblems(read(written(workbook)));

            assertThat(problems.get(0)).satisfies(problem -> {
                assertThat(problem.row()).isEqualTo(2);
                assertThat(problem.column()).isEqualTo("上级编码");
                assertThat(problem.value()).isEqualTo("B2:B4");
                assertThat(problem.messageZh()).contains("B2:B4 是合并的单元格", "取消合并");
                assertThat(problem.messageEn()).contains("B2:B4 is merged");
            });
        }
    }

    @Test
    void refusesCellsMergedSidewaysAndLeavesHarmlessRangesAlone() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            units(sheet, SHANGHAI, new String[] {"310101", "310000", "黄浦区局", "县级", ""});
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 4, 4)); // 备注 is no column of ours
            sheet.addMergedRegion(new CellRangeAddress(9, 12, 0, 3)); // below everything
            sheet.addMergedRegion(new CellRangeAddress(2, 5, 3, 3)); // one row of data only

            assertThat(unitProblems(read(written(workbook)))).isEmpty();

            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 1));
            assertThat(unitProblems(read(written(workbook))))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.messageZh()).contains("A2:B2"));
        }
    }

    @Test
    void manyMergedRangesAndManyRowsTakeNoLongTime() {
        StringBuilder rows = new StringBuilder();
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            rows.append("<row>").append(cells(SHANGHAI)).append("</row>");
        }
        for (int i = 0; i < 90_000; i++) {
            ranges.append("<mergeCell ref='A1:E4000'/>");
        }
        Map<String, String> parts = parts(false, "<sheet name='数据' sheetId='1' r:id='rId1'/>");
        parts.replaceAll((part, content) ->
                content.replace("</sheetData>", rows + "</sheetData><mergeCells>" + ranges + "</mergeCells>"));

        Table table = assertTimeout(Duration.ofSeconds(10), () -> read(zip(parts)));

        assertThat(table.rows()).hasSize(4_001);
        assertThat(table.headingProblems()).hasSize(100);
    }

    private static void units(Sheet sheet, String[]... rows) {
        Workbooks.row(sheet, 0, HEADINGS);
        for (int i = 0; i < rows.length; i++) {
            Workbooks.row(sheet, i + 1, rows[i]);
        }
    }

    private Table read(byte[] bytes) {
        return files.read("a.xlsx", bytes, ImportProgress.NONE);
    }

    private String refused(byte[] bytes) {
        return catchThrowableOfType(UnreadableFile.class, () -> read(bytes))
                .problem()
                .messageZh();
    }

    private List<String> problems(byte[] bytes) {
        return unitProblems(read(bytes)).stream().map(Problem::messageZh).toList();
    }

    private static List<Problem> unitProblems(Table table) {
        Problems problems = new Problems(table);
        UnitRow.read(table, problems);
        return problems.inOrder();
    }

    private static void assertShanghai(Table table) {
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).cells().stream().limit(4).map(SheetCell::trimmed))
                .containsExactly("310000", "000000", "上海市局", "省级");
    }

    private static byte[] written(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] withName(boolean inline, String name) {
        Map<String, String> parts = parts(false, "<sheet name='数据' sheetId='1' r:id='rId1'/>");
        parts.replaceAll((part, content) -> content.replace("上海市局", name));
        if (inline) {
            parts.replaceAll((part, content) ->
                    content.replace("<c t='s'><v>0</v></c>", "<c t='inlineStr'><is><t>" + name + "</t></is></c>"));
        }
        return zip(parts);
    }

    /** A workbook with one sheet of data and one chart, in the transitional or the strict kind. */
    private static Map<String, String> parts(boolean strict, String sheets) {
        String main = strict
                ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String kinds = strict
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relationship = "<Relationship Id='%s' Type='" + kinds + "/%s' Target='%s'/>";
        String relationships =
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='rels'"
                                + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Default Extension='xml' ContentType='application/xml'/>"
                                + "<Override PartName='/xl/workbook.xml' ContentType='%1$ssheet.main+xml'/>"
                                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='%1$sworksheet+xml'/>"
                                + "<Override PartName='/xl/chartsheets/sheet1.xml' ContentType='%1$schartsheet+xml'/>"
                                + "<Override PartName='/xl/sharedStrings.xml' ContentType='%1$ssharedStrings+xml'/>"
                                + "</Types>")
                        .formatted(type));
        parts.put(
                "_rels/.rels",
                relationships.formatted(relationship.formatted("rId1", "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'><sheets>%s</sheets></workbook>".formatted(main, kinds, sheets));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships.formatted(relationship.formatted("rId9", "chartsheet", "chartsheets/sheet1.xml")
                        + relationship.formatted("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relationship.formatted("rId2", "sharedStrings", "/xl/sharedStrings.xml")));
        parts.put("xl/chartsheets/sheet1.xml", "<chartsheet xmlns='%s'/>".formatted(main));
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='%s'><sheetData><row>%s</row><row>%s</row></sheetData></worksheet>"
                        .formatted(
                                main,
                                cells(HEADINGS),
                                cells(SHANGHAI)
                                        .replace(
                                                "<c t='inlineStr'><is><t>上海市局</t></is></c>", "<c t='s'><v>0</v></c>")));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns='%s'><si><t>上海市局</t><rPh sb='0' eb='1'><t>x</t></rPh></si><si/></sst>".formatted(main));
        return parts;
    }

    private static String cells(String... values) {
        StringBuilder cells = new StringBuilder();
        for (String value : values) {
            cells.append("<c t='inlineStr'><is><t>").append(value).append("</t></is></c>");
        }
        return cells.toString();
    }

    private static byte[] zip(Map<String, String> parts) {
        return zip(parts, UTF_8);
    }

    private static byte[] zip(Map<String, String> parts, Charset names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
