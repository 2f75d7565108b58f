package org.noticecascade.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Refusal;
import org.noticecascade.Scenario;
import org.noticecascade.notice.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class LateUnitsTest {
    private static final String SHANGHAI = "310000";
    private static final String HUANGPU = "310101";

    @Autowired
    private Scenario scenario;

    @Autowired
    private LateUnits lateUnits;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void addsAUnitFoundedSinceOnceAndTheSuperiorWaitsForIt() {
        jdbc.sql("update unit set active = false where code = :code")
                .param("code", HUANGPU)
                .update();
        long notice = scenario.issueTo(SHANGHAI);
        try {
            scenario.plan(notice, SHANGHAI);
        } finally {
            jdbc.sql("update unit set active = true where code = :code")
                    .param("code", HUANGPU)
                    .update();
        }
        assertThat(scenario.open(notice, HUANGPU)).isEmpty();

        assertThat(lateUnits.add(notice, HUANGPU)).isTrue();
        assertThat(lateUnits.add(notice, HUANGPU)).isFalse();

        assertThat(scenario.task(notice, HUANGPU, "signReceipt").getTenantId()).isEqualTo(SHANGHAI);
        assertThat(scenario.instance(notice, HUANGPU)).isNotNull();
        assertThat(scenario.assignment(notice, HUANGPU).parentId())
                .isEqualTo(scenario.assignment(notice, SHANGHAI).id());
        assertThat(scenario.assignment(notice, SHANGHAI).stage()).isEqualTo(Stage.WAITING);
    }

    @Test
    void refusesAUnitWhoseSuperiorHasNotPassedTheNoticeOn() {
        long notice = scenario.issueTo(SHANGHAI);

        assertThatThrownBy(() -> lateUnits.add(notice, HUANGPU))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能补发");
        assertThat(scenario.open(notice, HUANGPU)).isEmpty();
    }

    @Test
    void addsAProvinceThatWasNotAddressed() {
        long notice = scenario.issueTo(SHANGHAI);

        assertThat(lateUnits.add(notice, "640000")).isTrue();

        assertThat(scenario.open(notice, "640000")).containsExactly("signReceipt");
    }
}
