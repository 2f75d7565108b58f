package org.noticecascade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.noticecascade.Http;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main job: the real notice (where it is at hand, else the demo's) is uploaded, read, issued to all provinces and
 * departments, carried out by every prefecture and county of three whole provinces, each task by its own person, with
 * two returns on the way, and closed with a national report that declares the other provinces missing.
 */
abstract class NationalNotice {
    private static final String STAFF = "u000000staff";
    private static final String LEAD = "u000000lead";

    /** 上海 (no prefectures), 宁夏 and 海南 (some counties directly below the province). */
    private static final String[] PROVINCES = {"31", "64", "46"};

    @Autowired
    private Http http;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isCarriedFromItsTextToTheNationalReport() throws Exception {
        byte[] text = noticeText();
        JsonNode upload = ok(http.upload(STAFF, "/api/documents", "通知.txt", text), 201);
        LocalDate issued = LocalDate.parse(upload.at("/preview/issueDate").asText());
        time.moveTo(issued.plusDays(3));
        jobs.start();

        long notice = draft(upload.get("id").asLong());
        JsonNode view = ok(http.get(STAFF, "/api/notices/" + notice), 200);
        assertThat(view.get("documentNumber").asText()).contains("〔").contains("号");
        Set<String> addressed = texts(view.get("addresseeCodes"));
        List<String> units = unitLines();
        Set<String> departments = new HashSet<>(addressed);
        departments.removeIf(code -> !code.startsWith("0"));
        assertThat(addressed).hasSize(32 + departments.size());
        assertThat(departments).hasSizeGreaterThanOrEqualTo(10);

        signAfterOneReturn(notice);

        Set<String> acting = People.codes(units, PROVINCES);
        acting.addAll(departments);
        acting.add(Scenario.HQ);
        People people = new People(
                http,
                engine.getTaskService(),
                time.today().toString(),
                Set.of("reviewPlan 640000", "reviewReport 460105"));
        work(people, notice, acting);
        assertThat(people.everyReturnHappened()).as("both returns happened").isTrue();

        acting.remove(Scenario.HQ);
        assertThat(count("select count(*) from assignment where notice_id = ? and stage = 'DELIVERED'", notice))
                .isEqualTo(acting.size());
        rollupAgrees(notice, acting, addressed, people);

        LocalDate finalDue = dueOfHeadquarters(view);
        time.moveTo(finalDue.plusDays(1));
        closeWithDeclaredGaps(notice, 32 - PROVINCES.length);
        nothingIsLeftOrDoubled(notice, acting, addressed);
    }

    private long draft(long document) {
        ok(
                http.post(
                        STAFF,
                        "/engine-rest/process-definition/key/headquarters-notice/start",
                        Map.of("variables", Map.of("documentId", Map.of("value", document, "type", "Long")))),
                200);
        Task task = headquartersTask("draftNotice");
        return ok(http.get(STAFF, "/api/tasks/" + task.getId()), 200)
                .get("noticeId")
                .asLong();
    }

    private void signAfterOneReturn(long notice) {
        completeAs(STAFF, "draftNotice", Map.of());
        completeAs(LEAD, "signNotice", Map.of("approved", false, "reason", "请核对收文单位"));
        completeAs(STAFF, "draftNotice", Map.of());
        completeAs(LEAD, "signNotice", Map.of("approved", true));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(count(
                                "select count(*) from assignment where notice_id = ? and instance_id is null", notice))
                        .isZero());
    }

    private void work(People people, long notice, Set<String> acting) {
        await().atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    int done = people.workOnce(notice, acting);
                    return done == 0
                            && count(
                                            "select count(*) from assignment where notice_id = ? and stage <> 'DELIVERED'"
                                                    + " and anc1 in ('310000', '640000', '460000')",
                                            notice)
                                    == 0;
                });
    }

    private void rollupAgrees(long notice, Set<String> acting, Set<String> addressed, People people) {
        JsonNode counts =
                ok(http.get(STAFF, "/api/notices/" + notice + "/rollup"), 200).get("counts");
        int participants = people.participants().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int others = addressed.size()
                - (int) addressed.stream().filter(acting::contains).count();
        assertThat(counts.get("unitsTotal").asInt()).isEqualTo(acting.size() + others);
        assertThat(counts.get("signed").asInt()).isEqualTo(acting.size());
        assertThat(counts.get("planned").asInt()).isEqualTo(PROVINCES.length);
        assertThat(counts.get("held").asInt()).isEqualTo(acting.size() - PROVINCES.length);
        assertThat(counts.get("reported").asInt()).isEqualTo(acting.size());
        assertThat(counts.get("participants").asInt()).isEqualTo(participants);
    }

    private void closeWithDeclaredGaps(long notice, int missing) {
        Task task = headquartersTask("compileNationalReport");
        JsonNode form = ok(http.get(STAFF, "/api/tasks/" + task.getId()), 200);
        assertThat(form.at("/rollup/missingTotal").asInt()).isEqualTo(missing);
        assertThat(form.at("/rollup/missing").size()).isEqualTo(missing);
        ok(http.put(STAFF, "/api/tasks/" + task.getId() + "/work", Map.of("content", "全国情况")), 200);
        Http.Answer undeclared = http.complete(STAFF, task.getId(), Map.of());
        assertThat(undeclared.status()).isEqualTo(422);
        assertThat(undeclared.body().get("message").asText()).contains("%d 个单位未报送".formatted(missing));
        ok(http.put(STAFF, "/api/tasks/" + task.getId() + "/work", Map.of("gapsDeclared", "其余省份另行补报")), 200);
        completeAs(STAFF, "compileNationalReport", Map.of());
        completeAs(LEAD, "approveNationalReport", Map.of("approved", true));
        completeAs(STAFF, "archiveNotice", Map.of());
        JsonNode notice_ = ok(http.get(STAFF, "/api/notices/" + notice), 200);
        assertThat(notice_.get("status").asText()).isEqualTo("ARCHIVED");
    }

    private void nothingIsLeftOrDoubled(long notice, Set<String> acting, Set<String> addressed) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKeyLike(notice + "/%")
                                .count())
                        .isZero());
        Set<String> involved = new HashSet<>(acting);
        involved.addAll(addressed);
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(notice + "/%")
                        .processDefinitionKeyNotIn(List.of("overdue-escalation"))
                        .rootProcessInstances()
                        .count())
                .as("one instance per unit and one of headquarters")
                .isEqualTo(involved.size() + 1L);
        for (String act : List.of("SIGNED", "DELIVERED", "REPORT_ACCEPTED")) {
            assertThat(count(
                            "select count(*) from ledger where notice_id = ? and unit_code <> '000000' and act = '"
                                    + act + "'",
                            notice))
                    .as("each unit %s once", act)
                    .isEqualTo(acting.size());
        }
        assertThat(count("select count(*) from ledger where notice_id = ? and act like '%_RETURNED'", notice))
                .as("one return of the notice, one plan, one report")
                .isEqualTo(3);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    // ---- small things

    private void completeAs(String user, String name, Map<String, Object> variables) {
        Http.Answer answer = http.complete(user, headquartersTask(name).getId(), variables);
        assertThat(answer.status()).as("%s: %s", name, answer.text()).isEqualTo(204);
    }

    private Task headquartersTask(String name) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey("userTask_" + name)
                                .singleResult(),
                        task -> task != null);
    }

    private static LocalDate dueOfHeadquarters(JsonNode view) {
        return StreamSupport.stream(view.get("dues").spliterator(), false)
                .filter(due -> due.get("level").asText().equals("HQ"))
                .map(due -> LocalDate.parse(due.get("dueDate").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode ok(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.body();
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private long count(String sql, long notice) {
        return jdbc.sql(sql).param(notice).query(Long.class).single();
    }

    /** An independent list of units: the shipped file, not the table. */
    private static List<String> unitLines() throws IOException {
        return new ClassPathResource("directory/units.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
    }

    private static byte[] noticeText() throws IOException {
        String shared = System.getenv().getOrDefault("NOTICE_CASCADE_SHARED", "../shared");
        Path real = Path.of(shared, "data", "notice-2021-60.txt");
        return Files.exists(real)
                ? Files.readAllBytes(real)
                : new ClassPathResource("demo/demo-notice.txt").getContentAsByteArray();
    }
}
