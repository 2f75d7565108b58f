package org.noticecascade.operation;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectorySeed;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --move-from=FOLDER}: fills the new PostgreSQL database this node was started on with everything from the H2
 * file in that data folder, which is opened read-only, and ends the program, with exit code 0 if it was moved.
 */
@Component
@Order(DirectorySeed.ORDER - 5)
class CommandLineMove implements ApplicationRunner {
    private static final String FILE = "cascade";

    private final DataSource database;
    private final ApplicationContext application;

    CommandLineMove(DataSource database, ApplicationContext application) {
        this.database = database;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> folders = arguments.getOptionValues("move-from");
        if (folders == null) {
            return;
        }
        int code = move(folders, System.out);
        System.exit(SpringApplication.exit(application, () -> code));
    }

    int move(List<String> folders, PrintStream out) {
        if (folders.size() != 1) {
            out.println("请给出一个数据文件夹：--move-from=文件夹。Name one data folder: --move-from=FOLDER.");
            return 1;
        }
        Path file = Path.of(folders.get(0)).toAbsolutePath().resolve(FILE);
        if (!Files.exists(file.resolveSibling(FILE + ".mv.db"))) {
            out.printf("文件夹中没有 %s.mv.db：%s。No %1$s.mv.db in %2$s.%n", FILE, folders.get(0));
            return 1;
        }
        try (Connection source = DriverManager.getConnection(
                        "jdbc:h2:file:" + file + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", "sa", "");
                Connection target = database.getConnection()) {
            requirePostgres(target);
            print(new DatabaseMove(source, target).run(), out);
            return 0;
        } catch (Refusal refusal) {
            out.println(refusal.chinese());
            out.println(refusal.english());
        } catch (SQLException e) {
            out.printf("搬迁失败，目标库没有变化：%s%n", e.getMessage());
            out.printf("The move failed and the target is as it was: %s%n", e.getMessage());
        }
        return 1;
    }

    private static void requirePostgres(Connection target) throws SQLException {
        if (!"PostgreSQL".equals(target.getMetaData().getDatabaseProductName())) {
            throw Refusal.conflict(
                    "只能搬迁到 PostgreSQL；请加上 --spring.profiles.active=postgres。",
                    "Only PostgreSQL can be moved to; add --spring.profiles.active=postgres.");
        }
    }

    private static void print(Map<String, Long> copied, PrintStream out) {
        copied.forEach((table, rows) -> {
            if (rows > 0) {
                out.printf("%10d  %s%n", rows, table);
            }
        });
        long all = copied.values().stream().mapToLong(Long::longValue).sum();
        out.printf("搬迁完成，共 %d 行。Moved %1$d rows.%n", all);
    }
}
