package org.noticecascade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The user ids of the demo's persons, for tests that name them as machine accounts to a service of its own. */
public final class DemoAccounts {
    private static final List<String> ROLES = List.of("staff", "lead", "supervisor");

    private DemoAccounts() {}

    /** All of them, with commas, as {@code cascade.security.machine-accounts} takes them. */
    public static String all() {
        try (InputStream units = DemoAccounts.class.getResourceAsStream("/directory/units.csv")) {
            return new String(units.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",")[0])
                    .filter(code -> code.matches("0000[0-9]{2}|(31|64|46)[0-9]{4}") || !code.matches("[0-9]{6}|code"))
                    .flatMap(code -> ROLES.stream().map(role -> "u" + code + role))
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
