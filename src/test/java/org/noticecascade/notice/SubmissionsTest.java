package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.notice.Submission.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class SubmissionsTest {
    private static final String NINGXIA = "640000";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Submissions submissions;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void opensTheVersionThatIsStored() {
        long unit = scenario.assignment(scenario.issueTo(NINGXIA), NINGXIA).id();

        Submission opened = transaction.execute(status -> submissions.open(unit, Kind.REPORT));

        assertThat(opened).isNotNull();
        assertThat(submissions.get(opened.id())).isEqualTo(opened);
        assertThat(submissions.open(unit, Kind.REPORT)).isEqualTo(opened);
    }
}
