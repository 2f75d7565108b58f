package org.noticecascade.study.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class HistoryOfRestsTest {
    private static final String SHANGHAI = "310000";
    private static final String HUANGPU = "310101";

    @Autowired
    private Scenario scenario;

    @Autowired
    private HistoryService history;

    @Test
    void keepsWhereAnInstanceRestedAndNotWhatItPassed() {
        long notice = scenario.issueTo(SHANGHAI);
        scenario.plan(notice, SHANGHAI);
        String instance = scenario.instance(notice, HUANGPU).getId();

        scenario.study(notice, HUANGPU, 12);

        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list();
        assertThat(steps)
                .extracting(HistoricActivityInstance::getActivityId)
                .contains(
                        "userTask_signReceipt",
                        "userTask_scheduleSession",
                        "userTask_holdSession",
                        "userTask_confirmSession")
                .contains("callActivity_unitReport")
                .noneMatch(id -> id.startsWith("gateway_") || id.startsWith("startEvent_"))
                .doesNotContain("serviceTask_recordReceipt", "serviceTask_dispatchUnits", "serviceTask_prepareWait");
        assertThat(steps)
                .filteredOn(step -> step.getActivityId().startsWith("userTask_"))
                .allSatisfy(step -> assertThat(step.getEndTime()).isNotNull());
    }
}
