package org.noticecascade.consistency.process;

import java.io.PrintStream;
import java.util.List;
import org.noticecascade.Terminal;
import org.noticecascade.consistency.CheckProgress;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.process.Repairs.Repair;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --check [--repair]}: looks for differences after start-up, repairs them if told to, prints what came of it and
 * ends the program, with exit code 0 if nothing differs (any more), 1 if something does and 3 if there are only
 * incidents to be handled. Without {@code --repair} it runs by itself, see {@link ReadOnlyCommands}.
 */
@Component
@Order(CommandLineCheck.AFTER_THE_DIRECTORY)
class CommandLineCheck implements ApplicationRunner {
    static final int AFTER_THE_DIRECTORY = 100;

    private static final int DIFFERENCES = 1;
    private static final int WARNINGS = 3;

    private final Consistency consistency;
    private final ObjectProvider<Repairs> repairs;
    private final ApplicationContext application;

    CommandLineCheck(Consistency consistency, ObjectProvider<Repairs> repairs, ApplicationContext application) {
        this.consistency = consistency;
        this.repairs = repairs;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("check")) {
            int code = check(arguments.containsOption("repair"), Terminal.out());
            System.exit(SpringApplication.exit(application, () -> code));
        }
    }

    int check(boolean repair, PrintStream out) {
        List<Difference> differences = look(out);
        if (repair && !differences.isEmpty()) {
            repairs.getObject().repair(differences).forEach(each -> print(each, out));
            differences = look(out);
        }
        if (differences.isEmpty()) {
            out.println("检查完毕，没有差异。Checked, nothing differs.");
            return 0;
        }
        long warnings = differences.stream()
                .filter(difference -> difference.kind().isWarning())
                .count();
        long count = differences.size() - warnings;
        if (count == 0) {
            out.printf("没有差异，有 %d 个未解决的事件。Nothing differs, %1$d open incidents.%n", warnings);
            return WARNINGS;
        }
        out.printf("发现 %d 处差异。%1$d differences.%n", count);
        if (warnings > 0) {
            out.printf("另有 %d 个未解决的事件。Besides %1$d open incidents.%n", warnings);
        }
        return DIFFERENCES;
    }

    private List<Difference> look(PrintStream out) {
        List<Difference> differences = consistency.check(tens(out));
        for (Difference difference : differences) {
            out.println(difference.chinese());
            out.println("    " + difference.english());
        }
        return differences;
    }

    private static void print(Repair repair, PrintStream out) {
        Difference difference = repair.difference();
        out.printf("[%s] %s：%s。%s.%n", difference.kind(), difference.subject(), repair.chinese(), repair.english());
    }

    private static CheckProgress tens(PrintStream out) {
        return new CheckProgress() {
            private int printed = -1;

            @Override
            public void at(int percent) {
                if (percent / 10 > printed) {
                    printed = percent / 10;
                    out.printf("%3d%%  检查 checking%n", printed * 10);
                }
            }
        };
    }
}
