package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command opens no port and takes few connections, unless its command line says otherwise. */
class QuietCommandsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--import=a.csv",
                "--create-administrator=rescue",
                "--move-from=./data",
                "--check",
                "--verify-ledger=1:ab"
            })
    void opensNoPortAndTakesFewConnections(String command) {
        assertThat(QuietCommands.quiet(new String[] {command}))
                .contains(
                        command,
                        "--server.port=-1",
                        "--spring.datasource.hikari.maximum-pool-size=3",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--cascade.mail.enabled=false");
        assertThat(QuietCommands.quiet(new String[] {command, "--server.port=0"}))
                .contains("--server.port=0")
                .doesNotContain("--server.port=-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=8080", "--verify-archive=a.zip"})
    void leavesTheServiceAsItIs(String argument) {
        assertThat(QuietCommands.quiet(new String[] {argument})).containsExactly(argument);
    }
}
