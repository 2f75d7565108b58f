package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTest {
    private static final int MOST = 1000;

    private final BodyLimit limit = new BodyLimit(MOST);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicInteger read = new AtomicInteger(-1);
    private final FilterChain reading =
            (request, answer) -> read.set(request.getInputStream().readAllBytes().length);

    @Test
    void letsThroughWhatIsSmallEnough() throws Exception {
        limit.doFilter(body(MOST, "application/json"), response, reading);

        assertThat(read).hasValue(MOST);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void refusesALongBodyBeforeAnybodyReadsIt() throws Exception {
        limit.doFilter(body(MOST + 1, "application/json"), response, reading);

        assertThat(read).hasValue(-1);
        assertRefused();
    }

    @Test
    void stopsReadingABodyOfUnknownLength() throws Exception {
        limit.doFilter(chunked(MOST + 1), response, (request, answer) -> {
            try {
                reading.doFilter(request, answer);
            } catch (IOException stopped) {
                answer.getWriter().write("{\"status\":400}"); // as a controller would
            }
        });

        assertThat(read).hasValue(-1);
        assertRefused();
    }

    @Test
    void takesABodyOfUnknownLengthThatIsSmallEnough() throws Exception {
        limit.doFilter(chunked(MOST), response, reading);

        assertThat(read).hasValue(MOST);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void countsCharactersReadByAReaderToo() throws Exception {
        limit.doFilter(chunked(20 * MOST), response, (request, answer) -> {
            try {
                while (request.getReader().read() >= 0) {
                    read.incrementAndGet();
                }
            } catch (IOException stopped) {
                assertThat(read.get()).isLessThan(20 * MOST - 1);
            }
        });

        assertRefused();
    }

    @Test
    void leavesUploadsToTheirOwnLimits() throws Exception {
        limit.doFilter(body(10 * MOST, "Multipart/form-data; boundary=x"), response, reading);

        assertThat(read).hasValue(10 * MOST);
    }

    private void assertRefused() throws Exception {
        assertThat(response.getStatus()).isEqualTo(413);
        JsonNode problem = new ObjectMapper().readTree(response.getContentAsString());
        assertThat(problem.get("status").asInt()).isEqualTo(413);
        assertThat(problem.get("detail").asText()).startsWith("请求正文超过 1000 字节");
        assertThat(problem.get("detailEn").asText()).contains("larger than 1000 bytes");
    }

    private static MockHttpServletRequest body(int length, String type) {
        var request = new MockHttpServletRequest("PUT", "/api/tables/x");
        request.setContentType(type);
        request.setContent(new byte[length]);
        return request;
    }

    /** A body whose length is not told. */
    private static MockHttpServletRequest chunked(int length) {
        var request = new MockHttpServletRequest("PUT", "/api/tables/x") {
            @Override
            public int getContentLength() {
                return -1;
            }

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContent(new byte[length]);
        return request;
    }
}
