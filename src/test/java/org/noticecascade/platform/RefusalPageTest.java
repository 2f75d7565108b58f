package org.noticecascade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;

/** A person reads a page, a program reads JSON. */
@ProcessTest
class RefusalPageTest {
    private static final String BROWSERS = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/cascade/notices", "/nothing/here"})
    void aPersonWhoOpensAnAddressReadsAPage(String path) throws Exception {
        HttpResponse<String> page = get(path, BROWSERS);
        HttpResponse<String> json = get(path, "application/json");

        assertThat(page.statusCode()).isEqualTo(json.statusCode()).isIn(401, 404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(page.body()).contains("<h1>").contains("/camunda/app/welcome/");
        assertThat(json.body()).startsWith("{");
    }

    @Test
    void whoMayNotOpenCockpitReadsAPage() throws Exception {
        WebSession staff = WebSession.signIn(new Wire(environment), "u640000staff");

        var page = staff.send(
                "GET", "/camunda/app/cockpit/default/", null, "Accept", BROWSERS, "Sec-Fetch-Mode", "navigate");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("<h1>").doesNotContain("about:blank");
    }

    @Test
    void showsWordsAndPathAsText() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContextPath("/a\"b");

        assertThat(RefusalPage.of(request, "<b>不行</b>", "<i>no</i>"))
                .contains("&lt;b&gt;不行&lt;/b&gt;", "&lt;i&gt;no&lt;/i&gt;", "/a&quot;b/camunda");
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
