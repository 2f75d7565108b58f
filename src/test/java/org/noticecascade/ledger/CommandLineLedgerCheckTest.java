package org.noticecascade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(LedgerTestContext.class)
class CommandLineLedgerCheckTest {
    @Autowired
    private Ledger ledger;

    @Autowired
    private Sealing sealing;

    @Autowired
    private Chain chain;

    @Autowired
    private CommandLineLedgerCheck commandLine;

    @Autowired
    private JdbcClient jdbc;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void sealThree() {
        for (String table : List.of("ledger", "ledger_seal", "ledger_unsealed")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update ledger_head set position = 0, hash = :none")
                .param("none", SealHash.NONE)
                .update();
        for (int i = 0; i < 3; i++) {
            ledger.onUnit("440000", Act.DEPUTY_NAMED, null, "u" + i);
        }
        sealing.run();
    }

    @Test
    void printsTheHeadAndReturnsZeroWhenIntact() {
        assertThat(verify()).isZero();

        assertThat(output()).contains("100%", chain.head().orElseThrow().toString(), "台账完好", "The ledger is intact");
    }

    @Test
    void namesWhatWasChangedAndReturnsOne() {
        jdbc.sql("update ledger set actor = 'x' where id = (select min(id) from ledger)")
                .update();

        assertThat(verify()).isEqualTo(1);
        assertThat(output()).contains("记录被改动，位置 1，记录", "台账有 1 处不符", "1 differences");
    }

    @Test
    void comparesWithHeadsWrittenDownEarlier() {
        assertThat(verify(chain.head().orElseThrow().toString())).isZero();
        assertThat(verify("9:" + SealHash.NONE)).isEqualTo(1);
        assertThat(output()).contains("链尾被截断，位置 9");
    }

    @Test
    void returnsTwoForAHeadItCannotRead() {
        assertThat(verify("yesterday")).isEqualTo(2);
        assertThat(output()).contains("看不懂“yesterday”");
    }

    @Test
    void letsTheServiceStartWithoutTheOption() {
        commandLine.run(new DefaultApplicationArguments("--server.port=0"));

        assertThat(output()).isEmpty();
    }

    private int verify(String... heads) {
        return commandLine.verify(List.of(heads), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
