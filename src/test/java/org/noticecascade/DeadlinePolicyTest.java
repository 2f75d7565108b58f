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

/** The order every edit of {@code deadline-policy.dmn} must keep, whatever its figures are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlinePolicyTest {
    private static final List<String> URGENCIES = List.of("NORMAL", "URGENT", "EXTRA");
    private static final List<String> STAGES = List.of("RECEIPT", "PLAN", "STUDY", "REPORT");

    /** The stages each level has; receipt, then plan or study, then report. */
    private static final Map<String, List<String>> STAGES_OF = Map.of(
            "HQ", List.of("REPORT"),
            "DEPARTMENT", List.of("RECEIPT", "STUDY", "REPORT"),
            "PROVINCE", List.of("RECEIPT", "PLAN", "REPORT"),
            "PREFECTURE", List.of("RECEIPT", "STUDY", "REPORT"),
            "COUNTY", List.of("RECEIPT", "STUDY", "REPORT"),
            "TOWNSHIP", List.of("RECEIPT", "STUDY", "REPORT"));

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision policy = read("/processes/deadline-policy.dmn");

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "URGENT", "EXTRA"})
    void givesAtLeastOneWorkingDayToEveryStageALevelHasAndNothingToTheOthers(String urgency) {
        STAGES_OF.forEach((level, stages) -> {
            for (String stage : STAGES) {
                if (stages.contains(stage)) {
                    assertThat(workingDays(urgency, level, stage))
                            .as("%s %s %s", urgency, level, stage)
                            .isPositive();
                } else {
                    assertThat(evaluate(urgency, level, stage))
                            .as("%s %s %s", urgency, level, stage)
                            .isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "URGENT", "EXTRA"})
    void putsReceiptBeforePlanOrStudyAndThatBeforeTheReport(String urgency) {
        STAGES_OF.forEach((level, stages) -> assertThat(stages.stream()
                        .map(stage -> workingDays(urgency, level, stage))
                        .toList())
                .as("%s %s: %s", urgency, level, stages)
                .isSorted()
                .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource({"HQ,DEPARTMENT", "HQ,PROVINCE", "PROVINCE,PREFECTURE", "PREFECTURE,COUNTY", "COUNTY,TOWNSHIP"})
    void letsAUnitReportBeforeItsSuperior(String superior, String level) {
        for (String urgency : URGENCIES) {
            assertThat(workingDays(urgency, level, "REPORT"))
                    .as("%s report of %s before %s", urgency, level, superior)
                    .isLessThan(workingDays(urgency, superior, "REPORT"));
        }
    }

    /** A province hands the notice down once its plan is accepted, the others when they have signed for it. */
    @ParameterizedTest
    @CsvSource({"PROVINCE,PLAN,PREFECTURE", "PREFECTURE,RECEIPT,COUNTY", "COUNTY,RECEIPT,TOWNSHIP"})
    void letsAUnitSignOnlyAfterItsSuperiorHasHandedDown(String superior, String handsDownAfter, String level) {
        for (String urgency : URGENCIES) {
            assertThat(workingDays(urgency, level, "RECEIPT"))
                    .as("%s receipt of %s after %s of %s", urgency, level, handsDownAfter, superior)
                    .isGreaterThan(workingDays(urgency, superior, handsDownAfter));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "URGENT", "EXTRA"})
    void letsHeadquartersCloseLast(String urgency) {
        int close = workingDays(urgency, "HQ", "REPORT");

        STAGES_OF.forEach((level, stages) -> {
            if (!level.equals("HQ")) {
                assertThat(stages)
                        .allSatisfy(stage ->
                                assertThat(workingDays(urgency, level, stage)).isLessThan(close));
            }
        });
    }

    @Test
    void neverGivesMoreTimeToTheMoreUrgent() {
        STAGES_OF.forEach((level, stages) -> assertThat(stages).allSatisfy(stage -> {
            int urgent = workingDays("URGENT", level, stage);
            assertThat(urgent).isLessThanOrEqualTo(workingDays("NORMAL", level, stage));
            assertThat(workingDays("EXTRA", level, stage)).isLessThanOrEqualTo(urgent);
        }));
    }

    private int workingDays(String urgency, String level, String stage) {
        DmnDecisionResult result = evaluate(urgency, level, stage);
        assertThat(result).as("%s %s %s", urgency, level, stage).hasSize(1);
        return result.getSingleResult().getSingleEntry();
    }

    private DmnDecisionResult evaluate(String urgency, String level, String stage) {
        return engine.evaluateDecision(
                policy,
                Variables.putValue("urgency", urgency).putValue("level", level).putValue("stage", stage));
    }

    private DmnDecision read(String resource) {
        try (InputStream model = Objects.requireNonNull(DeadlinePolicyTest.class.getResourceAsStream(resource))) {
            return engine.parseDecision("deadline-policy", model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
