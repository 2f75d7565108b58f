package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.noticecascade.platform.Caller;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What bounds the calls of one account, and what a call holds, without a server. */
class CallLimitsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final AtomicLong nanos = new AtomicLong();
    private @Nullable Caller caller;
    private final AtomicInteger passed = new AtomicInteger();
    private final FilterChain counting = (request, response) -> passed.incrementAndGet();

    @Test
    void anAccountHasSoManyCallsAndThenSoManyASecond() throws Exception {
        AccountLimits limits = limits(8, 10, 50);
        signedIn("u640000staff");

        assertThat(statuses(limits, 60)).filteredOn(status -> status == 429).hasSize(10);
        assertThat(passed).hasValue(50);

        nanos.addAndGet(1_000_000_000L);
        assertThat(statuses(limits, 20)).filteredOn(status -> status == 200).hasSize(10);
        signedIn("u310000staff");
        assertThat(statuses(limits, 1)).containsExactly(200);
    }

    @Test
    void administratorsHaveSeveralTimesAsMuch() throws Exception {
        AccountLimits limits = limits(8, 10, 50);
        signedIn("admin", "camunda-admin");

        assertThat(statuses(limits, 210)).filteredOn(status -> status == 200).hasSize(200);
    }

    @Test
    void anAccountHasSoManyCallsAtOnceAndNobodyElseWaitsForThem() throws Exception {
        AccountLimits limits = limits(2, 1_000, 10_000);
        signedIn("u640000staff");
        MockHttpServletResponse third = new MockHttpServletResponse();
        MockHttpServletResponse another = new MockHttpServletResponse();

        limits.doFilter(
                call(),
                new MockHttpServletResponse(),
                (r1, a1) -> limits.doFilter(call(), new MockHttpServletResponse(), (r2, a2) -> {
                    limits.doFilter(call(), third, counting);
                    signedIn("u310000staff");
                    limits.doFilter(call(), another, counting);
                    signedIn("u640000staff");
                }));

        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(third.getHeader("Retry-After")).isEqualTo("1");
        assertThat(third.getContentAsString()).contains("您的账号操作过于频繁", "too many calls");
        assertThat(another.getStatus()).isEqualTo(200);
        assertThat(statuses(limits, 1)).as("the two have ended").containsExactly(200);
    }

    @Test
    void aCallThatFailsGivesItsPlaceBack() throws Exception {
        AccountLimits limits = limits(2, 1_000, 10_000);
        signedIn("u640000staff");
        for (int n = 0; n < 5; n++) {
            try {
                limits.doFilter(call(), new MockHttpServletResponse(), (request, response) -> {
                    throw new IllegalStateException("failed");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("failed");
            }
        }

        assertThat(statuses(limits, 1)).containsExactly(200);
    }

    @Test
    void longListsInAQueryStringAreRefused() throws Exception {
        String few = String.join(",", Collections.nCopies(500, "a"));

        assertThat(guarded("GET", "/engine-rest/task", "processDefinitionKeyIn=" + few, null, null))
                .isEqualTo(200);
        assertThat(guarded("GET", "/engine-rest/task", "processDefinitionKeyIn=" + few + ",a", null, null))
                .isEqualTo(400);
        assertThat(guarded("GET", "/engine-rest/task", "x=" + (few + ",a").replace(",", "%2c"), null, null))
                .isEqualTo(400);
        assertThat(guarded("GET", "/api/notices", "a=1&".repeat(600), null, null))
                .isEqualTo(400);
    }

    @Test
    void onTheEnginesPathsEverythingButFormsAndUploadsIsReadAsJson() throws Exception {
        String keys = "{\"processDefinitionKeyIn\":[" + String.join(",", Collections.nCopies(501, "\"a\"")) + "]}";

        for (String path :
                List.of("/engine-rest/task", "/camunda/api/engine/engine/default/task", "/camunda/api/cockpit/x")) {
            for (String type : new String[] {"application/json", "application/hal+json", "text/plain", "x/y", null}) {
                assertThat(guarded("POST", path, null, type, keys))
                        .as(path + " " + type)
                        .isEqualTo(400);
            }
        }
        assertThat(guarded(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        null,
                        "application/x-www-form-urlencoded",
                        "username=a"))
                .isEqualTo(200);
        assertThat(guarded("PUT", "/api/tables/x", null, "application/xml", "<a/>"))
                .isEqualTo(200);
        assertThat(guarded("PUT", "/api/notices/1", null, "application/json", "{\"a\":1,\"a\":2}"))
                .isEqualTo(400);
        assertThat(guarded(
                        "POST",
                        "/engine-rest/task",
                        null,
                        "application/json",
                        "{\"a\":\"" + "x".repeat(70_000) + "\"}"))
                .isEqualTo(413);
    }

    @Test
    void nobodySendsABodyButToSignIn() throws Exception {
        assertThat(anonymous("/camunda/api/cascade/notices", 5)).isEqualTo(401);
        assertThat(anonymous("/camunda/app/tasklist", 5)).isEqualTo(401);
        assertThat(anonymous("/engine-rest/task", 5)).isEqualTo(401);
        assertThat(anonymous("/api/notices", -1)).isEqualTo(401);
        assertThat(anonymous("/camunda/api/admin/auth/user/default/login/tasklist", 5))
                .isEqualTo(200);
        assertThat(anonymous("/camunda/api/admin/auth/user/default/login/tasklist", -1))
                .isEqualTo(411);
        assertThat(anonymous("/camunda/api/admin/setup/default/user/create", 5)).isEqualTo(200);
        assertThat(anonymous("/camunda/api/cascade/notices", 0))
                .as("left to the others")
                .isEqualTo(200);
    }

    private int anonymous(String path, long length) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setServletPath(path);
        if (length < 0) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RefuseAnonymousBodies().doFilter(request, response, counting);
        return response.getStatus();
    }

    private int guarded(String method, String path, String query, String type, String body) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setQueryString(query);
        request.setContentType(type);
        if (body != null) {
            request.setContent(body.getBytes(StandardCharsets.UTF_8));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new JsonGuard(properties(8, 20, 300)).doFilter(request, response, counting);
        return response.getStatus();
    }

    private AccountLimits limits(int atOnce, int perSecond, int burst) {
        LimitsProperties.Account account = properties(atOnce, perSecond, burst).account();
        TimeMeter time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return new AccountLimits(account, new CallRates(account, time), new LimitedLines(CLOCK));
    }

    private static LimitsProperties properties(int atOnce, int perSecond, int burst) {
        LimitsProperties others = SlowBodiesTest.limits(1_000, Duration.ofSeconds(5));
        return new LimitsProperties(
                1_000,
                others.body(),
                new LimitsProperties.Account(atOnce, perSecond, burst, 4),
                others.engineJson(),
                others.json(),
                others.parameters());
    }

    private void signedIn(String account, String... groups) {
        caller = new Caller(account, List.of(groups), List.of());
    }

    private List<Integer> statuses(AccountLimits limits, int calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < calls; n++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            limits.doFilter(call(), response, counting);
            statuses.add(response.getStatus());
        }
        return statuses;
    }

    private MockHttpServletRequest call() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/notices");
        if (caller != null) {
            caller.remember(request);
        }
        return request;
    }
}
