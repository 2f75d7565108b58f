package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Comments on tasks, on both ways to the engine. */
@ProcessTest
class TaskCommentsTest {
    private static final String NINGXIA = "640000";
    private static final String SHANGHAI = "310000";
    private static final String STAFF = "u640000staff";
    private static final String IN_WEBAPPS = "/camunda/api/engine/engine/default";

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CommentProperties limits;

    private Wire wire;
    private Task own;
    private Task foreign;

    @BeforeEach
    void issue() {
        wire = new Wire(environment);
        long notice = scenario.issueTo(NINGXIA, SHANGHAI);
        own = scenario.task(notice, NINGXIA, "signReceipt");
        foreign = scenario.task(notice, SHANGHAI, "signReceipt");
    }

    @Test
    void nobodyWritesIntoAnotherProvincesInstance() {
        String body = "{\"message\":\"你好\",\"processInstanceId\":\"%s\"}".formatted(foreign.getProcessInstanceId());

        Reply browser = session().json("POST", IN_WEBAPPS + path(), body);
        Reply administrator = wire.json("admin", "POST", "/engine-rest" + path(), body);

        assertThat(browser.status()).isEqualTo(404);
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.message()).startsWith("备注只能写在本任务所属的流程上");
        assertThat(tasks.getProcessInstanceComments(foreign.getProcessInstanceId()))
                .isEmpty();
        assertThat(tasks.getTaskComments(own.getId())).isEmpty();
    }

    @Test
    void theTasksOwnInstanceIsTakenWithAndWithoutItsId() {
        String named = "{\"message\":\"一\",\"processInstanceId\":\"%s\"}".formatted(own.getProcessInstanceId());

        assertThat(wire.json("admin", "POST", "/engine-rest" + path(), named).status())
                .isEqualTo(200);
        assertThat(session()
                        .json("POST", IN_WEBAPPS + path(), "{\"message\":\"二\"}")
                        .status())
                .isEqualTo(200);

        assertThat(tasks.getProcessInstanceComments(own.getProcessInstanceId())).hasSize(2);
    }

    @Test
    void aCommentHasFourThousandCharacters() {
        assertThat(write("长".repeat(4_000)).status()).isEqualTo(200);

        Reply refused = write("长".repeat(4_001));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message()).startsWith("备注最多 4000 字");
        assertThat(tasks.getTaskComments(own.getId())).hasSize(1);
    }

    @Test
    void commentsSentAtOnceDoNotPassTheLimit() throws Exception {
        IntStream.range(0, limits.ofTask() - 3).forEach(n -> tasks.createComment(own.getId(), null, "第" + n + "条"));
        List<WebSession> sessions =
                IntStream.range(0, 6).mapToObj(n -> session()).toList();
        ExecutorService six = Executors.newFixedThreadPool(6);
        try {
            List<Future<Reply>> replies = IntStream.range(0, 6)
                    .mapToObj(n ->
                            six.submit(() -> sessions.get(n).json("POST", IN_WEBAPPS + path(), "{\"message\":\"x\"}")))
                    .toList();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).as(reply.get().text()).isIn(200, 409);
            }
        } finally {
            six.shutdown();
        }

        assertThat(tasks.getTaskComments(own.getId())).hasSizeLessThanOrEqualTo(limits.ofTask());
    }

    private Reply write(String message) {
        return session().json("POST", IN_WEBAPPS + path(), "{\"message\":\"%s\"}".formatted(message));
    }

    private WebSession session() {
        return WebSession.signIn(wire, STAFF);
    }

    private String path() {
        return "/task/" + own.getId() + "/comment/create";
    }
}
