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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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

    /** Completions that were sent and not answered yet. */
    private final Set<Work> underWay = ConcurrentHashMap.newKeySet();

    /** An act a unit was told is done. */
    record Done(long notice, String unit, String act) {}

    /** An open task and a person whose it is. */
    record Work(String task, String name, long notice, String unit, String user) {
        boolean decides() {
            return name.startsWith("approve")
                    || name.startsWith("review")
                    || name.equals("confirmSession")
                    || name.equals("signNotice");
        }
    }

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
            underWay.add(work);
            try {
                note(work, post(work.user(), completion(work), answer(work)));
            } finally {
                underWay.remove(work);
            }
            return true;
        } catch (IOException | DataAccessException noAnswer) {
            unanswered.incrementAndGet();
            Thread.onSpinWait();
            return false;
        }
    }

    /** What people wait for at this moment, of those whose task's name is of that kind. */
    List<String> waitingFor(Predicate<String> name) {
        return underWay.stream().map(Work::name).filter(name).sorted().toList();
    }

    static String completion(Work work) {
        return "/engine-rest/task/" + work.task() + "/complete";
    }

    private void note(Work work, HttpResponse<String> answer) {
        String act = ACTS.get(work.name());
        if (answer.statusCode() < 300 && act != null) {
            acknowledged.add(new Done(work.notice(), work.unit(), act));
        } else if (answer.statusCode() >= 500) {
            errors.add("%s %s: %d %s".formatted(work.name(), work.unit(), answer.statusCode(), answer.body()));
        }
    }

    Work next(int share, int of) {
        return all(share, of).stream().findFirst().orElse(null);
    }

    /** Open tasks of this kind. */
    List<Work> open(String name) {
        return all(0, 1).stream().filter(work -> work.name().equals(name)).toList();
    }

    private List<Work> all(int share, int of) {
        return database.query(
                """
                select t.id_, t.task_def_key_, x.business_key_, l.group_id_ from act_ru_task t
                  join act_ru_execution x on x.id_ = t.proc_inst_id_
                  join act_ru_identitylink l on l.task_id_ = t.id_ and l.group_id_ is not null
                 where mod(abs(hashtext(t.id_)), ?) = ? and t.task_def_key_ <> 'userTask_handleOverdue'
                 order by random()""",
                (row, number) -> {
                    String group = row.getString(4);
                    return new Work(
                            row.getString(1),
                            row.getString(2).substring("userTask_".length()),
                            Long.parseLong(row.getString(3).split("/")[0]),
                            row.getString(3).split("/")[1],
                            "u" + group.replaceAll("\\D", "")
                                    + group.replaceAll("U\\d+", "").toLowerCase(java.util.Locale.ROOT));
                },
                of,
                share);
    }

    List<Map<String, Object>> fields(String name) {
        return switch (name) {
            case "draftPlan" ->
                List.of(Map.of("measures", "组织学习", "responsible", "演示人", "startsOn", today, "endsOn", today));
            case "scheduleSession" -> List.of(Map.of("form", "座谈会", "plannedOn", today));
            case "holdSession" -> List.of(Map.of("heldOn", today, "participants", 3, "summary", "已学习"));
            case "compileReport" -> List.of(Map.of("content", "已落实"));
            case "compileNationalReport" -> List.of(Map.of("content", "全国情况", "gapsDeclared", "无"));
            default -> List.of();
        };
    }

    static Map<String, Object> answer(Work work) {
        return Map.of("variables", work.decides() ? Map.of("approved", Map.of("value", true)) : Map.of());
    }

    HttpResponse<String> upload(String text) throws IOException, InterruptedException {
        return upload("u000000staff", "/api/documents", "n.txt", text);
    }

    HttpResponse<String> upload(String user, String path, String name, String text)
            throws IOException, InterruptedException {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n"
                                .formatted(name)
                        + text + "\r\n--b--\r\n";
        return client.send(
                request(port.get(), user, path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("X-Requested-With", "test")
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String user, String path, Object body) throws IOException, InterruptedException {
        return send(user, "POST", path, body);
    }

    HttpResponse<String> send(String user, String method, String path, Object body)
            throws IOException, InterruptedException {
        return client.send(call(port.get(), user, method, path, body), BodyHandlers.ofString());
    }

    /** Sends and does not wait. */
    CompletableFuture<HttpResponse<String>> begin(int node, String user, String method, String path, Object body)
            throws IOException {
        return client.sendAsync(call(node, user, method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest call(int node, String user, String method, String path, Object body) throws IOException {
        return request(node, user, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body), StandardCharsets.UTF_8))
                .build();
    }

    private HttpRequest.Builder request(int node, String user, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":Demo-2026-cascade").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
    }
}
