package org.noticecascade.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.noticecascade.Terminal;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --import=FILE [--dry-run]}: imports one file after start-up, prints what came of it and ends the program,
 * with exit code 0 if the file was accepted and 1 if not.
 */
@Component
@Order(DirectorySeed.ORDER + 1)
class CommandLineImport implements ApplicationRunner {
    /** Whoever may start the program; the ledger cannot know more. */
    static final String BY = "command line";

    private final DirectoryImport directoryImport;
    private final ApplicationContext application;

    CommandLineImport(DirectoryImport directoryImport, ApplicationContext application) {
        this.directoryImport = directoryImport;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> files = arguments.getOptionValues("import");
        if (files == null) {
            return;
        }
        int code = importAll(files, arguments.containsOption("dry-run"), Terminal.out());
        System.exit(SpringApplication.exit(application, () -> code));
    }

    int importAll(List<String> files, boolean dryRun, PrintStream out) {
        if (files.size() != 1) {
            out.println("请给出一个文件：--import=文件 [--dry-run]。Name one file: --import=FILE [--dry-run].");
            return 1;
        }
        Path file = Path.of(files.get(0));
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            out.printf("读不到文件 %s。请检查路径和权限。%n", file);
            out.printf("Cannot read %s. Check path and permission.%n", file);
            return 1;
        }
        ImportProgress progress =
                new ProgressSteps(BY, (stage, percent) -> out.printf("%3d%%  %s%n", percent, stage.label()));
        ImportResult result = directoryImport.run(String.valueOf(file.getFileName()), bytes, dryRun, progress);
        print(result, out);
        return result.accepted() ? 0 : 1;
    }

    private static void print(List<Problem> lines, PrintStream out) {
        for (Problem line : lines) {
            out.printf("第 %d 行 [%s] “%s”：%s%n", line.row(), line.column(), line.value(), line.messageZh());
            out.printf("    row %d [%s]: %s%n", line.row(), line.column(), line.messageEn());
        }
    }

    private static void print(ImportResult result, PrintStream out) {
        if (result.sheet() != null) {
            out.printf("工作表：%s。Sheet: %s.%n", result.sheet(), result.sheet());
        }
        if (!result.ignoredColumns().isEmpty()) {
            String ignored = String.join(", ", result.ignoredColumns());
            out.printf("未使用的列：%s。Columns not used: %s.%n", ignored, ignored);
        }
        print(result.problems(), out);
        print(result.notes(), out);
        if (!result.accepted()) {
            int count = result.problems().size();
            out.printf("发现 %d 个问题，没有写入任何数据。%d problems, nothing was written.%n", count, count);
            return;
        }
        out.println(result.dryRun() ? "试运行通过，没有写入。Dry run passed, nothing was written." : "导入完成。Imported.");
        out.printf(
                "共 %d 行：新增 %d，更新 %d，不变 %d。Rows %1$d: created %2$d, updated %3$d, unchanged %4$d.%n",
                result.rows(), result.created(), result.updated(), result.unchanged());
    }
}
