package org.noticecascade.consistency.process;

import java.util.Arrays;
import java.util.List;
import org.noticecascade.platform.DataFolder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * {@code --check} and {@code --verify-ledger} without {@code --repair} read the database and do nothing else: no tables
 * are made, no engine and no web server starts. The program ends with the command's exit code, and with 2 where it
 * cannot look. Named in META-INF/spring.factories.
 */
final class ReadOnlyCommands implements ApplicationListener<ApplicationStartingEvent> {
    private static final int CANNOT_LOOK = 2;

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        boolean itself = starting.getSpringApplication().getAllSources().contains(ReadOnlyProgram.class);
        if (!itself && isMeant(List.of(starting.getArgs()))) {
            run(starting.getArgs());
        }
    }

    static boolean isMeant(List<String> arguments) {
        List<String> names =
                arguments.stream().map(argument -> argument.split("=", 2)[0]).toList();
        return (names.contains("--check") || names.contains("--verify-ledger")) && !names.contains("--repair");
    }

    private static void run(String[] arguments) {
        SpringApplication program = new SpringApplication(ReadOnlyProgram.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setBannerMode(Banner.Mode.OFF);
        program.setLogStartupInfo(false);
        program.setListeners(program.getListeners().stream()
                .filter(listener -> !(listener instanceof DataFolder))
                .toList());
        try {
            program.run(Arrays.copyOf(arguments, arguments.length));
        } catch (RuntimeException told) {
            System.exit(CANNOT_LOOK); // StartFailures has said why
        }
        System.exit(CANNOT_LOOK); // a runner ends the program before
    }
}
