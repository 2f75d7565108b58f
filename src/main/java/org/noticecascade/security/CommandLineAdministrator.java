package org.noticecascade.security;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noticecascade.Refusal;
import org.noticecascade.Terminal;
import org.noticecascade.directory.AdministratorAccounts;
import org.noticecascade.directory.DirectorySeed;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code --create-administrator=ID}: makes an administrator after start-up and ends the program, with exit code 0 if
 * there is one now. The password is read from the environment or asked for, never given on the command line, which other
 * users of the machine can see.
 */
@Component
@Order(DirectorySeed.ORDER - 4)
class CommandLineAdministrator implements ApplicationRunner {
    static final String VARIABLE = "CASCADE_ADMINISTRATOR_PASSWORD";

    private static final String OPTION = "create-administrator";

    private final AdministratorAccounts administrators;
    private final FirstAdministrator first;
    private final ApplicationContext application;
    private final Environment environment;

    CommandLineAdministrator(
            AdministratorAccounts administrators,
            FirstAdministrator first,
            ApplicationContext application,
            Environment environment) {
        this.administrators = administrators;
        this.first = first;
        this.application = application;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption(OPTION)) {
            return;
        }
        int code = create(arguments.getOptionValues(OPTION), this::password, Terminal.out());
        System.exit(SpringApplication.exit(application, () -> code));
    }

    int create(List<String> ids, Supplier<@Nullable String> password, PrintStream out) {
        if (ids.size() != 1) {
            out.println("请给出一个账号：--create-administrator=账号。Name one account: --create-administrator=ID.");
            return 1;
        }
        String given = password.get();
        if (given == null || given.isEmpty()) {
            out.printf("没有密码。请设置环境变量 %s，或在终端中输入两次相同的密码。%n", VARIABLE);
            out.printf(
                    "No password. Set the environment variable %s, or type the same twice at a terminal.%n", VARIABLE);
            return 1;
        }
        try {
            administrators.make(ids.get(0), given);
        } catch (Refusal refusal) {
            out.println(refusal.chinese());
            out.println(refusal.english());
            return 1;
        }
        first.noteIfAny();
        out.printf("%s 现在是系统管理员。%1$s is an administrator now.%n", ids.get(0));
        return 0;
    }

    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on it may be a console without a person: nothing is read, the answer is
    // null
    private @Nullable String password() {
        String set = environment.getProperty(VARIABLE);
        Console console = System.console();
        if (set != null || console == null) {
            return set;
        }
        char[] once = console.readPassword("密码 Password: ");
        char[] twice = console.readPassword("再输入一次 Again: ");
        return once != null && twice != null && new String(once).equals(new String(twice)) ? new String(once) : null;
    }
}
