package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class JsonBodyTest {
    private static final JsonCaps CAPS = new JsonCaps(65_536, 20, 2_000, 500, 10_000);

    @Test
    void tellsWhereEachFieldIs() throws Exception {
        assertThat(fieldsOf("""
                        {"taskName":"x","sorting":[{"sortBy":"dueDate","sortOrder":"asc"}],
                         "orQueries":[{"a":1},{"assigneeExpression":"${x}"}],"variables":{"v":{"value":null}}}"""))
                .containsExactlyInAnyOrder(
                        "taskName",
                        "sorting",
                        "sorting[].sortBy",
                        "sorting[].sortOrder",
                        "orQueries",
                        "orQueries[].a",
                        "orQueries[].assigneeExpression",
                        "variables",
                        "variables.v",
                        "variables.v.value");
    }

    @Test
    void noNamePassesForAPath() throws Exception {
        assertThat(fieldsOf("{\"sorting[].sortBy\":1,\"a.b\":2,\"c\\\\.d\":3}"))
                .containsExactlyInAnyOrder("sorting\\[\\]\\.sortBy", "a\\.b", "c\\\\\\.d");
    }

    @Test
    void tellsFieldsOfAListAtTheTop() throws Exception {
        assertThat(fieldsOf("[[{\"a\":1}],{\"b\":2}]")).containsExactlyInAnyOrder("[][].a", "[].b");
    }

    @Test
    void leavesTheBytesToWhoeverReadsThemNext() throws Exception {
        JsonBody body = read("{\"a\":\"中文\"}");

        assertThat(body.request().getInputStream().readAllBytes())
                .isEqualTo("{\"a\":\"中文\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(JsonBody.of(body.request())).containsSame(body);
        assertThat(JsonBody.read(body.request(), CAPS)).isSameAs(body);
        assertThat(body.tree().path("a").asText()).isEqualTo("中文");
    }

    @Test
    void noBodyHasNoFields() throws Exception {
        assertThat(fieldsOf("")).isEmpty();
        assertThat(read("").tree().isMissingNode()).isTrue();
    }

    @Test
    void countsElementsOfOneListAndAllValues() {
        assertThatCode(() -> read(listOf(500))).doesNotThrowAnyException();
        refused(listOf(501), 400).hasMessageContaining("500 elements");
        String lists = String.join(",", Collections.nCopies(5, listOf(450)));
        refused("[" + lists + "]", 400).hasMessageContaining("2000 values");
        String fields = String.join(
                ",", IntStream.range(0, 2_000).mapToObj(n -> "\"f" + n + "\":1").toList());
        refused("{" + fields + "}", 400).hasMessageContaining("2000 values");
    }

    @Test
    void boundsDepthTextNamesAndPaths() {
        assertThatCode(() -> read("[".repeat(20) + "]".repeat(20))).doesNotThrowAnyException();
        refused("[".repeat(21) + "]".repeat(21), 400).hasMessageContaining("20 levels");
        refused("[".repeat(60_000), 400);
        refused("{\"a\":\"" + "x".repeat(10_001) + "\"}", 400).hasMessageContaining("10000 characters");
        refused("{\"" + "x".repeat(256) + "\":1}", 400);
        refused("{\"" + "x".repeat(5_000) + "\":1}", 400);
        String name = "{\"" + "x".repeat(250) + "\":";
        refused(name + name + "1}}", 400).hasMessageContaining("too long");
    }

    @Test
    void readsNoMoreThanIsAllowed() {
        refused("\"" + "x".repeat(65_536) + "\"", 413).hasMessageContaining("65536 bytes");

        MockHttpServletRequest chunked = new MockHttpServletRequest("POST", "/engine-rest/task") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        chunked.setContent(new byte[200_000]);
        assertThatThrownBy(() -> JsonBody.read(chunked, CAPS)).hasMessageContaining("65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "1 2", "{'a':1}", "{\"a\":1,\"a\":2}", "{\"a\":1,}", "// x", "<a/>", "a=b"})
    void refusesWhatIsNotOneDocument(String text) {
        refused(text, 400).hasMessageContaining("not one valid JSON document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-7",
                "application/json;charset=IBM037",
                "application/json;charset=GBK"
            })
    void refusesAnotherCharset(String type) {
        MockHttpServletRequest request = request("{}");
        request.setContentType(type);

        assertThatThrownBy(() -> JsonBody.read(request, CAPS)).hasMessageContaining("UTF-8");
    }

    @Test
    void saysInBothLanguagesWhatIsWrong() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        BodyRefused.tooLarge(65_536).answer(response);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString())
                .contains("\"message\":\"请求正文超过 65536 字节", "\"detailEn\":\"The body is larger");
    }

    private static AbstractThrowableAssert<?, ?> refused(String text, int status) {
        return assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        BodyRefused.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(status));
    }

    private static String listOf(int elements) {
        return "[" + String.join(",", Collections.nCopies(elements, "1")) + "]";
    }

    private static Set<String> fieldsOf(String text) throws Exception {
        return read(text).fields();
    }

    private static JsonBody read(String text) throws Exception {
        return JsonBody.read(request(text), CAPS);
    }

    private static MockHttpServletRequest request(String text) {
        var request = new MockHttpServletRequest("POST", "/engine-rest/task");
        request.setContentType("application/json");
        request.setContent(text.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
