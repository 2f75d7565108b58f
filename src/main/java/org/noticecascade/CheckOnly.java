package org.noticecascade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * {@code --check} and {@code --create-administrator} work on a database that other nodes may be working on: this process
 * takes no jobs, sends no mail, patrols nothing and keeps no port, unless its command line says otherwise.
 */
final class CheckOnly {
    private static final Set<String> COMMANDS = Set.of("--check", "--create-administrator");
    private static final List<String> QUIET = List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--camunda.bpm.job-execution.enabled=false",
            "--cascade.mail.enabled=false",
            "--cascade.deputy.enabled=false",
            "--cascade.patrol.make-up=false");

    private CheckOnly() {}

    private static boolean isCommand(String arg) {
        return COMMANDS.contains(arg.split("=", 2)[0]);
    }

    static String[] quiet(String[] args) {
        if (Arrays.stream(args).noneMatch(CheckOnly::isCommand)) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of(args));
        for (String setting : QUIET) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            if (all.stream().noneMatch(given -> given.startsWith(key))) {
                all.add(setting);
            }
        }
        return all.toArray(String[]::new);
    }
}
