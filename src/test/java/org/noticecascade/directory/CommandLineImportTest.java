package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.UNITS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(DirectoryTestContext.class)
class CommandLineImportTest {
    private final DirectoryFixture directory;
    private final Units units;
    private final CommandLineImport commandLine;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Autowired
    CommandLineImportTest(DirectoryFixture directory, Units units, CommandLineImport commandLine) {
        this.directory = directory;
        this.units = units;
        this.commandLine = commandLine;
    }

    @BeforeEach
    void empty() {
        directory.clear();
    }

    @Test
    void importsAndReturnsZero() throws IOException {
        assertThat(run(SMALL_COUNTRY, false)).isZero();

        assertThat(units.all()).hasSize(7);
        assertThat(output())
                .contains("读取文件", "100%", "共 7 行：新增 7，更新 0，不变 0", "Rows 7: created 7, updated 0, unchanged 0");
    }

    @Test
    void dryRunWritesNothing() throws IOException {
        assertThat(run(SMALL_COUNTRY, true)).isZero();

        assertThat(units.all()).isEmpty();
        assertThat(output()).contains("试运行通过，没有写入");
    }

    @Test
    void namesTheSheetOfAWorkbook() throws IOException {
        byte[] workbook = Workbooks.workbook(sheet -> {
            String[] lines = SMALL_COUNTRY.split("\n");
            for (int i = 0; i < lines.length; i++) {
                Workbooks.row(sheet, i, lines[i].split(","));
            }
        });
        Path file = Files.write(folder.resolve("units.xlsx"), workbook);

        assertThat(commandLine.importAll(List.of(file.toString()), true, out())).isZero();

        assertThat(output()).contains("工作表：Sheet0。Sheet: Sheet0.");
    }

    @Test
    void printsEveryProblemInBothLanguagesAndReturnsOne() throws IOException {
        assertThat(run(UNITS + "1,2,a,COUNTY\n", false)).isEqualTo(1);

        assertThat(output())
                .contains("第 2 行 [parent_code] “2”：上级 2 不存在", "row 2 [parent_code]: Parent 2 is unknown", "发现 1 个问题");
    }

    @Test
    void returnsOneForAMissingFileOrMoreThanOne() {
        assertThat(commandLine.importAll(List.of(folder.resolve("no.csv").toString()), false, out()))
                .isEqualTo(1);
        assertThat(commandLine.importAll(List.of("a", "b"), false, out())).isEqualTo(1);
        assertThat(output()).contains("读不到文件", "请给出一个文件");
    }

    @Test
    void letsTheServiceStartWhenNothingIsToBeImported() {
        commandLine.run(new DefaultApplicationArguments("--server.port=0"));

        assertThat(units.all()).isEmpty();
    }

    private int run(String csv, boolean dryRun) throws IOException {
        Path file = Files.writeString(folder.resolve("units.csv"), csv);
        return commandLine.importAll(List.of(file.toString()), dryRun, out());
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
