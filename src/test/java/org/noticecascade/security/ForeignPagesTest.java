package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a page of another site can make a browser send, against our API for programs and against a session. */
class ForeignPagesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Origin, Sec-Fetch-Site, status
                "https://evil.example, -, 403",
                "https://evil.example, cross-site, 403",
                "-, cross-site, 403",
                "-, same-site, 403",
                "null, -, 403",
                "http://notice.example.org.evil.example, -, 403",
                "http://notice.example.org:8081, -, 403",
                "not a site, -, 403",
                "-, -, 200",
                "-, none, 200",
                "http://notice.example.org:8080, same-origin, 200",
                "https://notice.example.org:8080, same-origin, 200"
            })
    void readingAndWritingAreRefusedToForeignPages(String origin, String site, int status) throws Exception {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            assertThat(asked(true, call(method, origin, site))).as(method).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "multipart/form-data; boundary=x, -, 403",
                "multipart/form-data; boundary=x, curl, 200",
                "application/x-www-form-urlencoded, -, 403",
                "Text/Plain; charset=utf-8, -, 403",
                "-, -, 403",
                "-, curl, 200",
                "application/json, -, 200",
                "application/octet-stream, -, 200"
            })
    void bodiesThatAnyPageCanSendNeedTheHeaderOfAProgram(String type, String program, int status) throws Exception {
        MockHttpServletRequest request = call("POST", null, null);
        request.setContent(new byte[] {1});
        if (type != null) {
            request.setContentType(type);
        }
        if (program != null) {
            request.addHeader(ForeignPages.PROGRAM, program);
        }

        assertThat(asked(true, request)).isEqualTo(status);
    }

    @Test
    void aSessionsReadingFollowsLinksFromOtherSites() throws Exception {
        assertThat(asked(false, call("GET", null, "cross-site"))).isEqualTo(200);
        assertThat(asked(false, call("POST", null, "cross-site"))).isEqualTo(403);
        assertThat(asked(false, call("POST", "https://evil.example", null))).isEqualTo(403);
    }

    @Test
    void behindAProxyTheSiteIsTheOneTheProxyNames() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/imports") {
            @Override
            public String getServerName() {
                return "notice.example.org";
            }

            @Override
            public int getServerPort() {
                return 443;
            }
        };
        request.addHeader("Host", "10.0.0.7:8080");
        request.addHeader("Origin", "https://notice.example.org");

        assertThat(asked(true, request)).isEqualTo(200);
    }

    private static MockHttpServletRequest call(String method, String origin, String site) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/imports");
        request.setServerName("notice.example.org");
        request.setServerPort(8080);
        request.addHeader("Host", "notice.example.org:8080");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        return request;
    }

    private static int asked(boolean programs, MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ForeignPages(programs).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
