package org.noticecascade.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Http.Answer;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.directory.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff of headquarters add to a draft what the reader did not find; units get it like what was read. */
@ProcessTest
class AddedRequirementsTest {
    private static final String NINGXIA = "640000";
    private static final String STAFF = Scenario.userId(Scenario.HQ, Role.STAFF);
    private static final int FREE = 7;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Http http;

    private long notice;

    @BeforeEach
    void draft() {
        notice = scenario.draft(Scenario.text(60));
    }

    @Test
    void keepsWhatWasAddedBehindWhatWasRead() {
        List<JsonNode> read = requirements();

        Answer saved = save(added(FREE, "  请附本地区典型做法。\n可另附页。 ", true, "2026-05-08"));

        assertThat(saved.status()).isEqualTo(200);
        List<JsonNode> now = requirements();
        assertThat(now).hasSize(read.size() + 1).startsWith(read.toArray(JsonNode[]::new));
        JsonNode last = now.get(read.size());
        assertThat(last.path("position").asInt()).isEqualTo(FREE);
        assertThat(last.path("content").asText()).isEqualTo("请附本地区典型做法。\n可另附页。");
        assertThat(last.path("sectionPath").asText()).isEqualTo("补充要求");
        assertThat(last.path("line").asInt()).isZero();
        assertThat(last.path("selected").asBoolean()).isTrue();
        assertThat(last.path("dueDate").asText()).isEqualTo("2026-05-08");
    }

    @Test
    void savingAgainChangesItAndBlankTakesItAway() {
        int read = requirements().size();
        save(added(FREE, "甲", true, null));
        save(added(FREE, "乙", false, null));

        assertThat(requirements()).hasSize(read + 1);
        assertThat(requirements().get(read).path("content").asText()).isEqualTo("乙");
        assertThat(requirements().get(read).path("selected").asBoolean()).isFalse();

        save(added(FREE, " ", true, null));
        assertThat(requirements()).hasSize(read);
    }

    @Test
    void aTickWithoutWordsLeavesTheWords() {
        save(added(FREE, "甲", true, null));
        save(new HashMap<>(Map.of("position", FREE, "selected", false)));

        JsonNode last = requirements().get(requirements().size() - 1);
        assertThat(last.path("content").asText()).isEqualTo("甲");
        assertThat(last.path("selected").asBoolean()).isFalse();
    }

    @Test
    void whatWasReadKeepsItsWords() {
        List<JsonNode> before = requirements();

        Answer refused = save(added(0, "改写", true, null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("detail").asText()).contains("不能改写");
        assertThat(requirements()).isEqualTo(before);
    }

    @Test
    void aHundredCanBeAddedAndNoMore() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(added(FREE + i, "第" + i + "项", true, null));
        }
        int read = requirements().size();

        assertThat(save(many.toArray(Map[]::new)).status()).isEqualTo(200);
        assertThat(save(added(FREE + 100, "再一项", true, null)).status()).isEqualTo(422);
        assertThat(save(added(FREE, "改第一项", true, null)).status()).isEqualTo(200);
        assertThat(requirements()).hasSize(read + 100);
    }

    @Test
    void unitsReadAndTickIt() {
        save(added(FREE, "请附本地区典型做法。", true, "2026-05-08"), added(FREE + 1, "不下达", false, null));
        scenario.address(notice, NINGXIA);
        scenario.complete(notice, Scenario.HQ, "draftNotice");
        scenario.decide(notice, Scenario.HQ, "signNotice", true, null);
        jobs.runAll();
        String receipt = scenario.task(notice, NINGXIA, "signReceipt").getId();

        JsonNode shown =
                http.get("u640000staff", "/api/tasks/" + receipt).body().at("/notice/requirements");
        Answer ticked =
                http.put("u640000staff", "/api/tasks/%s/ticks/%d".formatted(receipt, FREE), Map.of("ticked", true));

        assertThat(shown.findValuesAsText("content")).contains("请附本地区典型做法。");
        assertThat(ticked.body().path("ticked").path(0).asInt()).isEqualTo(FREE);
        assertThat(save(added(FREE, "晚了", true, null)).status()).isEqualTo(409);
    }

    private List<JsonNode> requirements() {
        List<JsonNode> all = new ArrayList<>();
        http.get(STAFF, "/api/notices/" + notice).body().path("requirements").forEach(all::add);
        return all;
    }

    @SafeVarargs
    private Answer save(Map<String, Object>... requirements) {
        return http.put(STAFF, "/api/notices/" + notice, Map.of("requirements", List.of(requirements)));
    }

    private static Map<String, Object> added(int position, String content, boolean selected, @Nullable String due) {
        Map<String, Object> change = new HashMap<>();
        change.put("position", position);
        change.put("content", content);
        change.put("selected", selected);
        change.put("dueDate", due);
        return change;
    }
}
