package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code escalation-policy.dmn} as delivered, from 20 working days before the due date to 20 after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationPolicyTest {
    private static final List<String> OWN_STAGES = List.of("RECEIPT", "PLAN", "STUDY", "REPORT");
    private static final List<String> LEVELS = List.of("DEPARTMENT", "PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision policy = read();

    /** Days late (negative: days left); who is reminded: staff, lead, superior, headquarters. */
    @ParameterizedTest
    @CsvSource({
        "-20, GREEN,  NONE,      ----, no",
        "-10, GREEN,  NONE,      ----, no",
        "-9,  GREEN,  NONE,      ----, no",
        "-8,  GREEN,  NONE,      ----, no",
        "-7,  GREEN,  NONE,      ----, no",
        "-6,  GREEN,  NONE,      ----, no",
        "-5,  GREEN,  NONE,      ----, no",
        "-4,  GREEN,  NONE,      ----, no",
        "-3,  YELLOW, DUE_SOON,  s---, no",
        "-2,  YELLOW, NONE,      ----, no",
        "-1,  YELLOW, DUE_SOON,  s---, no",
        "0,   YELLOW, DUE_TODAY, s---, no",
        "1,   RED,    OVERDUE,   sl--, no",
        "2,   RED,    NONE,      ----, no",
        "3,   RED,    OVERDUE,   slu-, yes",
        "4,   RED,    NONE,      ----, yes",
        "5,   RED,    OVERDUE,   sluh, yes",
        "6,   RED,    NONE,      ----, yes",
        "7,   RED,    OVERDUE,   sluh, yes",
        "8,   RED,    NONE,      ----, yes",
        "9,   RED,    OVERDUE,   sluh, yes",
        "10,  RED,    NONE,      ----, yes",
        "11,  RED,    OVERDUE,   sluh, yes",
        "12,  RED,    NONE,      ----, yes",
        "13,  RED,    OVERDUE,   sluh, yes",
        "14,  RED,    NONE,      ----, yes",
        "15,  RED,    OVERDUE,   sluh, yes",
        "16,  RED,    NONE,      ----, yes",
        "17,  RED,    OVERDUE,   sluh, yes",
        "18,  RED,    NONE,      ----, yes",
        "19,  RED,    OVERDUE,   sluh, yes",
        "20,  RED,    NONE,      ----, yes"
    })
    void saysForEachDayWhatHappens(int daysLate, String light, String reminder, String whom, String escalate) {
        for (String level : LEVELS) {
            for (String stage : OWN_STAGES) {
                assertThat(said(-daysLate, level, stage))
                        .as("%d days late, %s, %s", daysLate, level, stage)
                        .isEqualTo("%s %s %s %s".formatted(light, reminder, whom, escalate));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -9, -8, -5, -4, -3, -1, 0, 1, 2, 3, 10})
    void neverEscalatesWhatWaitsForTheSuperiorItself(int workingDaysLeft) {
        assertThat(said(workingDaysLeft, "COUNTY", "REVIEW")).endsWith(" no");
    }

    @Test
    void remindsTheSuperiorsOwnSuperiorOfALateReview() {
        assertThat(said(-1, "COUNTY", "REVIEW")).isEqualTo("RED OVERDUE sl-- no");
        assertThat(said(-3, "COUNTY", "REVIEW")).isEqualTo("RED OVERDUE slu- no");
        assertThat(said(-4, "COUNTY", "REVIEW")).isEqualTo("RED NONE ---- no");
        assertThat(said(-5, "COUNTY", "REVIEW")).isEqualTo("RED OVERDUE sluh no");
    }

    @Test
    void hasNobodyAboveHeadquarters() {
        assertThat(said(-3, "HQ", "REPORT")).isEqualTo("RED OVERDUE sl-h no");
        assertThat(said(-6, "HQ", "REPORT")).isEqualTo("RED NONE ---- no");
    }

    private String said(int workingDaysLeft, String level, String stage) {
        DmnDecisionResult result = engine.evaluateDecision(
                policy,
                Variables.putValue("workingDaysLeft", workingDaysLeft)
                        .putValue("level", level)
                        .putValue("stage", stage));
        assertThat(result).as("%d %s %s", workingDaysLeft, level, stage).hasSize(1);
        Map<String, Object> outputs = result.getSingleResult().getEntryMap();
        return "%s %s %s%s%s%s %s"
                .formatted(
                        outputs.get("light"),
                        outputs.get("reminder"),
                        Boolean.TRUE.equals(outputs.get("toStaff")) ? "s" : "-",
                        Boolean.TRUE.equals(outputs.get("toLead")) ? "l" : "-",
                        Boolean.TRUE.equals(outputs.get("toSuperior")) ? "u" : "-",
                        Boolean.TRUE.equals(outputs.get("toHeadquarters")) ? "h" : "-",
                        Boolean.TRUE.equals(outputs.get("escalate")) ? "yes" : "no");
    }

    private DmnDecision read() {
        try (InputStream model = Objects.requireNonNull(
                EscalationPolicyTest.class.getResourceAsStream("/processes/escalation-policy.dmn"))) {
            return engine.parseDecision("escalation-policy", model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
