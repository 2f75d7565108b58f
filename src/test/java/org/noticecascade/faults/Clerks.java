package org.noticecascade.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People at work over REST, who know only what they were answered: what got a 2xx was done, what got no answer may have
 * been. They look for their next task in the database and call whichever node is there.
 */
final class Clerks {
    private static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("signReceipt", "SIGNED"),
            Map.entry("draftPlan", "PLAN_SUBMITTED"),
            Map.entry("approvePlan", "PLAN_APPROVED"),
            Map.entry("reviewPlan", "PLAN_ACCEPTED"),
            Map.entry("scheduleSession", "SESSION_SCHEDULED"),
            Map.entry("holdSession", "SESSION_SUBMITTED"),
            Map.entry("confirmSession", "SESSION_CONFIRMED"),
            Map.entry("compileReport", "REPORT_SUBMITTED"),
            Map.entry("approveReport", "REPORT_APPROVED"),
            Map.entry("reviewReport", "REPORT_ACCEPTED"));

    private final JdbcTemplate database;
    private final Supplier<Integer> port;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String today =
            LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
    final Queue<Done> acknowledged = new ConcurrentLinkedQueue<>();
    final Queue<String> errors = new ConcurrentLinkedQueue<>();
    final AtomicInteger unanswered = new AtomicInteger();

    /** An act a unit was told is done. */
    record Done(String unit, String act) {}

    private record Work(String task, String name, String unit, String user) {}

    Clerks(JdbcTemplate database, Supplier<Integer> port) {
        this.database = database;
        this.port = port;
    }

    /** Drafts and signs a notice to these provinces, trying each step until it was answered. */
    void issue(String text, String... units) throws IOException, InterruptedException {
        JsonNode upload = json.readTree(upload(text).body());
        post(
                "u000000staff",
                "/engine-rest/process-definition/key/headquarters-notice/start",
                Map.of("variables", Map.of("documentId", Map.of("value", upload.get("id"), "type", "Long"))));
        long notice = database.queryForObject("select max(id) from notice", Long.class);
        send("u000000staff", "PUT", "/api/notices/" + notice, Map.of("addresseeCodes", units));
    }

    /** Completes one random open task of this share; false if there is none or nobody answered. */
    boolean work(int share, int of) throws InterruptedException {
        try {
            Work work = next(share, of);
            if (work == null) {
                return false;
            }
            for (Map<String, Object> fields : fields(work.name())) {
                send(work.user(), "PUT", "/api/tasks/" + work.task() + "/work", fields);
            }
            HttpResponse<String> answer = post(
                    work.user(),
                    "/engine-rest/task/" + work.task() + "/complete",
                    Map.of("variables", answer(work.name())));
            note(work, answer);
            return true;
        } catch (IOException | DataAccessException noAnswer) {
            unanswered.incrementAndGet();
            Thread.onSpinWait();
            return false;
        }
    }

    private void note(Work work, HttpResponse<String> answer) {
        String act = ACTS.get(work.name());
        if (answer.statusCode() < 300 && act != null) {
            acknowledged.add(new Done(work.unit(), act));
        } else if (answer.statusCode() >= 500) {
            errors.add("%s %s: %d %s".formatted(work.name(), work.unit(), answer.statusCode(), answer.body()));
        }
    }

    private Work next(int share, int of) {
        return database
                .query(
                        """
                select t.id_, t.task_def_key_, x.business_key_, l.group_id_ from act_ru_task t
                  join act_ru_execution x on x.id_ = t.proc_inst_id_
                  join act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ is not null
                 where mod(abs(hashtext(t.id_)), ?) = ? order by random() limit 1""",
                        (row, number) -> {
                            String group = row.getString(4);
                            return new Work(
                                    row.getString(1),
                                    row.getString(2).substring("userTask_".length()),
                                    row.getString(3).split("/")[1],
                                    "u" + group.replaceAll("\\D", "")
                                            + group.replaceAll("U\\d+", "").toLowerCase(java.util.Locale.ROOT));
                        },
                        of,
                        share)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private java.util.List<Map<String, Object>> fields(String name) {
        return switch (name) {
            case "draftPlan" ->
                java.util.List.of(Map.of("measures", "组织学习", "responsible", "演示人", "startsOn", today, "endsOn", today));
            case "scheduleSession" -> java.util.List.of(Map.of("form", "座谈会", "plannedOn", today));
            case "holdSession" -> java.util.List.of(Map.of("heldOn", today, "participants", 3, "summary", "已学习"));
            case "compileReport" -> java.util.List.of(Map.of("content", "已落实"));
            case "compileNationalReport" -> java.util.List.of(Map.of("content", "全国情况", "gapsDeclared", "无"));
            default -> java.util.List.of();
        };
    }

    private static Map<String, Object> answer(String name) {
        return name.startsWith("approve")
                        || name.startsWith("review")
                        || name.equals("confirmSession")
                        || name.equals("signNotice")
                ? Map.of("approved", Map.of("value", true))
                : Map.of();
    }

    HttpResponse<String> upload(String text) throws IOException, InterruptedException {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"n.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        + text + "\r\n--b--\r\n";
        return client.send(
                request("u000000staff", "/api/documents")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String user, String path, Object body) throws IOException, InterruptedException {
        return send(user, "POST", path, body);
    }

    private HttpResponse<String> send(String user, String method, String path, Object body)
            throws IOException, InterruptedException {
        return client.send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json.writeValueAsString(body), StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":Demo-2026-cascade").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.get() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
    }
}
