package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.Refusal;
import org.noticecascade.Refusal.Kind;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the engine throws about races, tenants and permissions, on our endpoints and on its own. */
@ExtendWith(OutputCaptureExtension.class)
class EngineFailuresTest {
    private static final String TENANT =
            "ENGINE-13034 Cannot read the task 'x' because it belongs to no authenticated tenant.";

    @RestController
    static class Failing {
        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @GetMapping("/fails")
        String fails() {
            throw failure;
        }
    }

    @Test
    void ourEndpointsNeverAnswer500ToRacesTenantsAndPermissions() throws Exception {
        assertAnswer(new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE X' failed"), 409, "刚刚被他人更改");
        assertAnswer(new ProcessEngineException(TENANT), 403, "没有权限");
        assertAnswer(new AuthorizationException("u1", "READ", "Task", "x"), 403, "没有权限");
    }

    @Test
    void anUnexpectedFailureIsAReferenceThatStandsInTheLog(CapturedOutput log) throws Exception {
        String secret = "bad SQL grammar [select * from person]";
        String answer = assertAnswer(new IllegalStateException(secret), 500, "系统内部错误");

        String reference = answer.replaceAll("(?s).*\"reference\":\"([0-9a-f]{8})\".*", "$1");
        assertThat(reference).hasSize(8);
        assertThat(answer).doesNotContain("SQL", "IllegalState");
        assertThat(log.getAll()).contains("[" + reference + "] GET /fails failed: " + secret, "IllegalStateException");
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task/1/complete, 500, OptimisticLockingException, CONFLICT",
        "/engine-rest/task/1/complete, 500, ENGINE-03005 Execution of, CONFLICT",
        "/engine-rest/process-instance/1, 500, ENGINE-03005 Execution of, CONFLICT",
        "/engine-rest/task/1/claim, 500, TaskAlreadyClaimedException, CONFLICT",
        "/engine-rest/task/1/variables, 500, it belongs to no authenticated tenant, FORBIDDEN",
        "/engine-rest/process-instance/1, 500, it belongs to no authenticated tenant, FORBIDDEN",
        "/engine-rest/task/1/complete, 403, AuthorizationException, FORBIDDEN",
        "/engine-rest/task/1/complete, 500, Cannot find task with id 1: task is null, NOT_FOUND"
    })
    void theEnginesOwnWordsBecomeRefusals(String path, int status, String body, Kind kind) {
        Refusal refusal = EngineWords.refusalFor(new MockHttpServletRequest("POST", path), status, body);

        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.chinese()).matches(".*\\p{IsHan}{4,}.*");
    }

    @Test
    void textsThatMayHoldSqlAreInternalWhateverTheirStatus() {
        assertThat(EngineWords.isInternal(
                        500, "{\"type\":\"ProcessEngineException\",\"message\":\"### Error querying\"}"))
                .isTrue();
        assertThat(EngineWords.isInternal(400, "### Error querying database")).isTrue();
        assertThat(EngineWords.isInternal(500, "{\"type\":\"NullPointerException\"}"))
                .isTrue();
        assertThat(EngineWords.isInternal(
                        500, "{\"type\":\"ProcessEngineException\",\"message\":\"Password does not match\"}"))
                .isFalse();
        assertThat(EngineWords.isInternal(404, "")).isFalse();
    }

    private static String assertAnswer(RuntimeException failure, int status, String detail) throws Exception {
        MockMvc http = MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(new Problems())
                .build();
        String answer = http.perform(MockMvcRequestBuilders.get("/fails"))
                .andExpect(MockMvcResultMatchers.status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(answer).contains(detail);
        return answer;
    }
}
