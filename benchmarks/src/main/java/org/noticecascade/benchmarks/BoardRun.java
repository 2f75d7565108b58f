package org.noticecascade.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.core.env.Environment;

/**
 * What the supervisors' board asks, over HTTP as headquarters' supervisor, beside the same questions asked of the
 * engine's queries in this JVM without HTTP and without authorization: the comparison favours the engine.
 */
final class BoardRun {
    private static final int TIMES = 100;
    private static final int WARM_UP = 20;
    private static final String USER = "benchmark";
    private static final String PASSWORD = "Cascade-2026-lights";
    private static final String GROUP = "U000000SUPERVISOR";

    private final Service service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private final List<String> provinces;
    private final String base;
    private final long notice;

    BoardRun(Service service) {
        this.service = service;
        this.provinces = service.jdbc().queryForList("select code from unit where level = 'PROVINCE'", String.class);
        this.notice = service.jdbc().queryForObject("select max(id) from notice", Long.class);
        this.base = "http://127.0.0.1:" + service.get(Environment.class).getProperty("local.server.port") + "/api/board/";
        signUp();
    }

    /** Milliseconds. */
    record Result(String question, double p50, double p95, double slowest) {}

    /** The board's questions. */
    List<Result> ours() {
        return List.of(
                ask("counts of the country", () -> get("notices/%d/top".formatted(notice))),
                ask("the provinces with their counts", () -> get("notices/%d/units?size=100".formatted(notice))),
                ask("counts of one province", () -> get("notices/%d/top?parent=%s".formatted(notice, province()))),
                ask("units below one province", () -> get("notices/%d/units?parent=%s&size=100".formatted(notice, province()))),
                ask("overdue units, first page", () -> get("notices/%d/units?light=RED&size=100".formatted(notice))),
                ask("search by name", () -> get("notices/%d/units?text=%s&size=100".formatted(notice, "%E6%B5%B7%E5%8D%97"))),
                ask("progress over time", () -> get("notices/%d/progress".formatted(notice))));
    }

    /** The same of the textbook instances: a province is known by its units' business keys. */
    List<Result> engine() {
        return List.of(
                ask("engine: counts of one province", () -> countsOf(key(province()))),
                ask("engine: the provinces with their counts", () -> provinces.stream().map(code -> countsOf(key(code))).toList(), 5),
                ask("engine: open tasks of one province, first page", () -> service.get(TaskService.class)
                        .createTaskQuery()
                        .processDefinitionKey(NaiveTimers.KEY)
                        .processInstanceBusinessKeyLike(key(province()))
                        .orderByDueDate()
                        .asc()
                        .listPage(0, 100)));
    }

    private List<Long> countsOf(String key) {
        TaskService tasks = service.get(TaskService.class);
        HistoryService history = service.get(HistoryService.class);
        return List.of(
                tasks.createTaskQuery().processDefinitionKey(NaiveTimers.KEY).processInstanceBusinessKeyLike(key).count(),
                history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(NaiveTimers.KEY)
                        .processInstanceBusinessKeyLike(key)
                        .finished()
                        .count());
    }

    private static String key(String province) {
        return "1/" + province.substring(0, 2) + "%";
    }

    private String province() {
        return provinces.get(random.nextInt(provinces.size()));
    }

    private Result ask(String question, Supplier<?> work) {
        return ask(question, work, TIMES);
    }

    private Result ask(String question, Supplier<?> work, int times) {
        for (int n = 0; n < Math.min(WARM_UP, times); n++) {
            work.get();
        }
        double[] millis = new double[times];
        for (int n = 0; n < times; n++) {
            long began = System.nanoTime();
            work.get();
            millis[n] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return new Result(question, millis[times / 2], millis[(int) Math.ceil(times * 0.95) - 1], millis[times - 1]);
    }

    private String get(String path) {
        String basic = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + basic)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    private void signUp() {
        IdentityService identities = service.get(IdentityService.class);
        User user = identities.newUser(USER);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        if (identities.createGroupQuery().groupId(GROUP).count() == 0) {
            Group group = identities.newGroup(GROUP);
            group.setName(GROUP);
            group.setType("UNIT");
            identities.saveGroup(group);
        }
        identities.createMembership(USER, GROUP);
    }
}
