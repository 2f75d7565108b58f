package org.noticecascade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code --check} looks at a database that other nodes may be working on: this process takes no jobs, sends no mail,
 * patrols nothing and keeps no port, unless its command line says otherwise.
 */
final class CheckOnly {
    private static final List<String> QUIET = List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--camunda.bpm.job-execution.enabled=false",
            "--cascade.mail.enabled=false",
            "--cascade.deputy.enabled=false",
            "--cascade.patrol.make-up=false");

    private CheckOnly() {}

    static String[] quiet(String[] args) {
        if (Arrays.stream(args).noneMatch(arg -> arg.equals("--check") || arg.startsWith("--check="))) {
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
