package org.noticecascade.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.springframework.beans.factory.annotation.Autowired;

/** Two colleagues write into one draft. */
@ProcessTest
class DraftRevisionTest {
    private static final String UNIT = "640000";
    private static final String FIRST = "u640000staff";
    /** Made staff as well for these tests. */
    private static final String SECOND = "u640000supervisor";

    private static final String GROUP = "U640000STAFF";

    @Autowired
    private Scenario scenario;

    @Autowired
    private Http http;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    private String task = "";

    @BeforeEach
    void aPlanToDraft() {
        long notice = scenario.issueTo(UNIT);
        scenario.sign(notice, UNIT);
        task = scenario.task(notice, UNIT, "draftPlan").getId();
        identity.createMembership(SECOND, GROUP);
    }

    @AfterEach
    void oneColleagueLess() {
        identity.deleteMembership(SECOND, GROUP);
    }

    @Test
    void refusesToOverwriteWhatAColleagueHasChangedMeanwhile() {
        int read = revision(SECOND);
        assertThat(save(FIRST, "甲", read).status()).isEqualTo(200);

        Answer stale = save(SECOND, "乙", read);
        Answer silent = save(SECOND, "乙", null);

        assertThat(stale.status()).as(stale.text()).isEqualTo(409);
        assertThat(stale.body().path("detail").asText()).contains("已更改过这份草稿", "没有保存");
        assertThat(silent.status()).isEqualTo(409);
        assertThat(measures()).isEqualTo("甲");

        Answer informed = save(SECOND, "乙", revision(SECOND));
        assertThat(informed.status()).as(informed.text()).isEqualTo(200);
        assertThat(measures()).isEqualTo("乙");
        assertThat(informed.body().path("revision").asInt()).isEqualTo(revision(SECOND));
        assertThat(save(FIRST, "丙", null).status()).isEqualTo(409);
    }

    /** A machine that says nothing, and a form whose last save was called off and arrived all the same. */
    @Test
    void letsWhoChangedItLastGoOn() {
        assertThat(save(FIRST, "甲", null).status()).isEqualTo(200);
        assertThat(save(FIRST, "乙", null).status()).isEqualTo(200);
        assertThat(save(FIRST, "丙", 0).status()).isEqualTo(200);
        assertThat(measures()).isEqualTo("丙");
    }

    @Test
    void aClaimedDraftIsTheClaimantsAlone() {
        tasks.setAssignee(task, FIRST);

        assertThat(save(SECOND, "乙", revision(SECOND)).status()).isEqualTo(409);
        assertThat(save(FIRST, "甲", revision(FIRST)).status()).isEqualTo(200);
    }

    @Test
    void refusesARevisionThatIsNoNumber() {
        Answer refused = http.put(FIRST, "/api/tasks/" + task + "/work", Map.of("measures", "甲", "revision", "latest"));

        assertThat(refused.status()).isEqualTo(422);
    }

    private int revision(String user) {
        Answer form = http.get(user, "/api/tasks/" + task);
        assertThat(form.body().path("revision").isInt()).as(form.text()).isTrue();
        return form.body().path("revision").asInt();
    }

    private String measures() {
        return http.get(FIRST, "/api/tasks/" + task)
                .body()
                .path("work")
                .path("measures")
                .asText();
    }

    private Answer save(String user, String measures, Integer read) {
        Map<String, Object> fields = new HashMap<>(Map.of("measures", measures));
        if (read != null) {
            fields.put("revision", read);
        }
        return http.put(user, "/api/tasks/" + task + "/work", fields);
    }
}
