package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** What the log says of a call that was refused for what its person did: one line, no frames, no "HTTP500". */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedCallsLogTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    /** A plan handed in without its measures: 422. */
    @Test
    void anUnfinishedSubmission(CapturedOutput output) {
        long notice = scenario.issueTo(NINGXIA);
        scenario.complete(notice, NINGXIA, "signReceipt");
        String task = scenario.task(notice, NINGXIA, "draftPlan").getId();
        int before = output.getAll().length();

        var reply = new Wire(environment)
                .json("u640000staff", "POST", "/engine-rest/task/" + task + "/complete", "{\"variables\":{}}");

        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        // the line is written when the answer is out
        Awaitility.await().until(() -> !linesOf(output, before).isEmpty());
        assertOneLine(linesOf(output, before), reply.status());
    }

    private static List<String> linesOf(CapturedOutput output, int from) {
        return output.getAll()
                .substring(from)
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("signed-in"))
                .toList();
    }

    private static void assertOneLine(List<String> said, int status) {
        assertThat(said)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("refused status=" + status + " POST ", "/task/", "请填写“工作措施”")
                        .doesNotContain("HTTP500", "ERROR", "WARN"));
    }
}
