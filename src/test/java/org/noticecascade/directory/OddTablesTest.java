package org.noticecascade.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as programs other than a Chinese Excel write it. */
class OddTablesTest {
    private static final String CSV = "单位编码,上级编码,单位名称,层级\n310000,000000,上海市局,省级\n";

    private final ImportFiles files = new ImportFiles(new DirectoryProperties(false, 1_048_576, 5_000));

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void takesTheSeparatorFromTheHeadings(char separator) {
        assertShanghai(read(CSV.replace(',', separator)), 2);
        assertShanghai(read("\uFEFF" + CSV.replace(',', separator)), 2);
        assertShanghai(read("\n\"单位编码\"" + CSV.substring(4).replace(',', separator)), 3);
    }

    @Test
    void separatorsWithinQuotesDoNotCount() {
        Table table = read("\"备注;;;;\n;;\",单位编码,上级编码,单位名称,层级\n无,310000,000000,\"上海,市局\",省级\n");

        assertThat(table.rows().get(0).cells())
                .extracting(SheetCell::text)
                .containsExactly("无", "310000", "000000", "上海,市局", "省级");
        assertThat(table.rows().get(0).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=%c\n", "SEP=%c\r\n", "\uFEFFsep=%c\n", "\"sep=%c\"\r\n"})
    void theLineThatNamesTheSeparatorIsNotTheHeadings(String line) {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            Table table = read(line.formatted(separator) + CSV.replace(',', separator));

            assertThat(table.headings().line()).isEqualTo(2);
            assertShanghai(table, 3);
        }
    }

    @Test
    void aNamedSeparatorCountsPhysicalLinesOn() {
        UnreadableFile refused = catchThrowableOfType(
                UnreadableFile.class, () -> read("sep=;\n" + CSV.replace(',', ';') + "1;2;\"x;y\n"));

        assertThat(refused.problem().row()).isEqualTo(4);
        assertThat(refused.problem().messageZh()).contains("双引号");
    }

    @Test
    void readsSemicolonsInGb18030() {
        Table table =
                files.read("a.csv", CSV.replace(',', ';').getBytes(Charset.forName("GB18030")), ImportProgress.NONE);

        assertShanghai(table, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200E", "\uFEFF", "\u00A0", "\u3000", "\u00AD", "\u2060"})
    void aCharacterNobodySeesInAHeadingDoesNotMatter(String unseen) {
        Table table = read(CSV.replace("单位", unseen + "单" + unseen + "位").replace("层级", "层级" + unseen));

        assertThat(table.headingProblems()).isEmpty();
        assertThat(table.ignoredColumns()).isEmpty();
        assertThat(table.heading(Column.CODE)).doesNotContain("\u200B", "\u2060");
        assertShanghai(table, 2);
    }

    private Table read(String csv) {
        return files.read("a.csv", csv.getBytes(UTF_8), ImportProgress.NONE);
    }

    private static void assertShanghai(Table table, int line) {
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).line()).isEqualTo(line);
        assertThat(table.rows().get(0).cells())
                .extracting(SheetCell::text)
                .containsExactly("310000", "000000", "上海市局", "省级");
    }
}
