package org.noticecascade.consistency.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noticecascade.consistency.Consistency;
import org.noticecascade.consistency.Difference;
import org.noticecascade.consistency.Kind;
import org.springframework.context.support.GenericApplicationContext;

/** An incident to be handled is no difference, and has an exit code of its own. */
class CommandLineCheckCodesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void tellsNothingIncidentsAndDifferencesApart() {
        assertThat(codeOf()).isZero();
        assertThat(codeOf(Kind.INCIDENT)).isEqualTo(3);
        assertThat(codeOf(Kind.INCIDENT, Kind.MAIL_DOUBLED)).isEqualTo(1);
        assertThat(codeOf(Kind.MAIL_DOUBLED)).isEqualTo(1);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("没有差异，有 1 个未解决的事件。Nothing differs, 1 open incidents.", "1 differences.", "Besides 1");
    }

    private int codeOf(Kind... kinds) {
        List<Difference> differences = Arrays.stream(kinds)
                .map(kind -> new Difference(kind, "1", null, null, null, null, null, "mailOutage", "-"))
                .toList();
        Consistency consistency = mock(Consistency.class);
        when(consistency.check(any())).thenReturn(differences);
        GenericApplicationContext context = new GenericApplicationContext();
        context.refresh();
        return new CommandLineCheck(consistency, context.getBeanProvider(Repairs.class), context)
                .check(false, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
