package org.noticecascade.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.directory.Role;
import org.noticecascade.notice.NoticeStatus;
import org.noticecascade.notice.Notices;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may start a notice may not start its process behind somebody else's decision. */
@ProcessTest
class StartInTheMiddleTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Notices notices;

    @Test
    void keepsStaffFromStartingBehindTheSignatureOfTheLead() {
        long notice = scenario.draft(Scenario.text(77));
        scenario.address(notice, NINGXIA);
        scenario.signIn(Scenario.HQ, Role.STAFF);

        assertThatThrownBy(() -> runtime.createProcessInstanceByKey(NoticeProcess.KEY)
                        .businessKey(notice + "/" + Scenario.HQ)
                        .startBeforeActivity("serviceTask_issueNotice")
                        .execute())
                .hasMessageContaining("流程只能从头开始");

        scenario.signOut();
        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.DRAFT);
        assertThat(scenario.open(notice, Scenario.HQ)).containsExactly("draftNotice");
    }

    @Test
    void keepsStaffFromSigningInThePlaceOfTheLead() {
        long notice = scenario.draft(Scenario.text(78));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        scenario.signIn(Scenario.HQ, Role.STAFF);

        assertThatThrownBy(() -> runtime.createProcessInstanceByKey(NoticeProcess.KEY)
                        .businessKey(notice + "/" + Scenario.HQ)
                        .setVariable("approved", true)
                        .startBeforeActivity("serviceTask_recordSignature")
                        .execute())
                .hasMessageContaining("流程只能从头开始");

        scenario.signOut();
        assertThat(notices.get(notice).status()).isEqualTo(NoticeStatus.SIGNING);
    }
}
