package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.directory.Level;
import org.noticecascade.directory.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan nobody could keep is refused before the notice is issued; one counted back from the end is proposed. */
@ProcessTest
class TierGapsTest {
    @Autowired
    private Scenario scenario;

    @Autowired
    private Addressing addressing;

    @Autowired
    private Drafting drafting;

    @Autowired
    private TestTime time;

    @Autowired
    private Http http;

    @Test
    void refusesAPlanThatLeavesATierTooLittleAndSaysHowMuchIsMissing() {
        long notice = scenario.draft(Scenario.text(7));
        scenario.address(notice, "640000");
        LocalDate plan = addressing.dueOf(notice, Level.PROVINCE, Stage.PLAN).orElseThrow();
        change(notice, Level.PREFECTURE, Stage.RECEIPT, plan);

        assertThatThrownBy(() -> scenario.complete(notice, Scenario.HQ, "draftNotice"))
                .hasMessageContaining("省级工作方案（%s）到地级签收（%s）只有 0 个工作日，至少需要 1 个，缺 1 个".formatted(plan, plan));

        assertThat(scenario.open(notice, Scenario.HQ)).containsExactly("draftNotice");
    }

    @Test
    void proposesDatesCountedBackFromTheNationalReport() {
        long notice = scenario.draft(Scenario.text(8));
        String path = "/api/notices/" + notice + "/proposal?national=";
        String staff = Scenario.userId(Scenario.HQ, Role.STAFF);
        LocalDate national = time.inWorkingDays(45);

        Http.Answer proposal = http.get(staff, path + national);
        Http.Answer tooShort = http.get(staff, path + time.inWorkingDays(30));

        assertThat(proposal.status()).isEqualTo(200);
        assertThat(proposal.body().get("dues").findValuesAsText("dueDate"))
                .contains(
                        national.toString(),
                        time.inWorkingDays(8).toString(),
                        time.inWorkingDays(40).toString());
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body().get("detail").asText()).contains("只有 30 个工作日", "至少需要 40 个，缺 10 个");
    }

    private void change(long notice, Level level, Stage stage, LocalDate day) {
        List<Due> dues = new ArrayList<>(addressing.duesOf(notice));
        dues.removeIf(due -> due.level() == level && due.stage() == stage);
        dues.add(new Due(level, stage, day));
        scenario.signIn(Scenario.HQ, Role.STAFF);
        drafting.save(notice, new Changes(null, null, null, null, null, null, null, null, null, null, dues));
        scenario.signOut();
    }
}
