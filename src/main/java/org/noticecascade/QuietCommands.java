package org.noticecascade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Commands work on a database that other nodes may be working on: this process takes no jobs, sends no mail, patrols
 * and seals nothing, opens no port and needs few connections, unless its command line says otherwise.
 *
 * <p>{@code --check} and {@code --verify-ledger} come here only with {@code --repair}; otherwise they read without the
 * rest of the service.
 */
final class QuietCommands {
    private static final Set<String> COMMANDS =
            Set.of("--check", "--verify-ledger", "--create-administrator", "--import", "--move-from");
    /** Two to work with, beside the one that holds the turn to start on PostgreSQL until the end. */
    private static final List<String> QUIET = List.of(
            "--server.port=-1",
            "--server.address=127.0.0.1",
            "--spring.datasource.hikari.maximum-pool-size=3",
            "--spring.datasource.hikari.minimum-idle=0",
            "--cascade.ledger.enabled=false",
            "--camunda.bpm.job-execution.enabled=false",
            "--cascade.mail.enabled=false",
            "--cascade.deputy.enabled=false",
            "--cascade.patrol.make-up=false");

    private QuietCommands() {}

    private static boolean isCommand(String arg) {
        return COMMANDS.contains(arg.split("=", 2)[0]);
    }

    static String[] quiet(String[] args) {
        if (Arrays.stream(args).noneMatch(QuietCommands::isCommand)) {
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
