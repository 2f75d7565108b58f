package org.noticecascade.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An option that nobody reads ends the start before anything is done. */
class CommandOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "--import=a.csv --dryrun, --dry-run",
        "--import=a.csv --dry_run, --dry-run",
        "--chek, --check",
        "--verify-leger, --verify-ledger",
        "--create-admin=x, --create-administrator",
        "--check --repiar, --repair",
        "--verify-archive=x.zip --haed=1:2, --head",
        "--import=a.csv -dry-run, --dry-run",
        "check, --check"
    })
    void namesTheNearestRightOne(String arguments, String meant) {
        assertThat(CommandOptions.refusal(List.of(arguments.split(" "))))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("没有执行", "Not run", meant)
                        .contains("nothing was changed")
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "--dry-run, --dry-run only goes with --import",
        "--repair, --repair only goes with --check",
        "--head=1:2, --head only goes with --verify-archive",
        "--import people.csv, 'people.csv' is no option",
        "-Dcascade.batch.size=5, has no effect behind the jar",
        "--unlike-anything-here, there is no option --unlike-anything-here"
    })
    void saysWhyItHasNoEffect(String arguments, String why) {
        assertThat(CommandOptions.refusal(List.of(arguments.split(" "))))
                .hasValueSatisfying(line -> assertThat(line).contains(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--import=a.csv --dry-run",
                "--check --repair --verify-ledger=1:ab --server.port=0",
                "--verify-archive=a.zip --head=1:ab",
                "--move-from=./data --spring.profiles.active=postgres",
                "--create-administrator=rescue --debug",
                "--CASCADE_DB_URL=jdbc:postgresql://db/cascade",
                "--cascade.batch.size=5"
            })
    void letsTheRightOnesPass(String arguments) {
        assertThat(CommandOptions.refusal(List.of(arguments.split(" ")))).isEmpty();
    }

    @Test
    void letsAServiceWithoutArgumentsStart() {
        assertThat(CommandOptions.refusal(List.of())).isEmpty();
    }
}
