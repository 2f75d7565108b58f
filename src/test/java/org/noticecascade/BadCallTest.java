package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Wire.Reply;

/** Calls with wrong addresses, parameters, types and bodies. */
@ProcessTest
class BadCallTest extends BadInput {
    @ParameterizedTest
    @CsvSource({
        "GET,/notices/abc,400",
        "GET,/notices/1.5,400",
        "GET,/notices/9223372036854775808,400",
        "GET,/notices/-1,404",
        "GET,/notices?page=-1,422",
        "GET,/notices?page=2147483647,422",
        "GET,/notices?page=99999999999,400",
        "GET,/notices?size=0,422",
        "GET,/notices?size=2147483647,422",
        "GET,/notices?size=abc,400",
        "GET,/units?size=201,422",
        "GET,/units?page=2147483647,422",
        "GET,/units?level=FOO,422",
        "GET,/units?text=%00,422",
        "GET,/units?parent=%00,422",
        "GET,/units/nothing,404",
        "GET,/notices/1/assignments?size=-1,422",
        "GET,/notices/1/proposal?urgency=FOO,400",
        "GET,/notices/1/proposal?downTo=0,400",
        "GET,/calendar,400",
        "GET,/calendar?from=2026-02-30&to=2026-03-01,400",
        "GET,/calendar?from=2026-03-01,400",
        "GET,/calendar?from=2026-03-02&to=2026-03-01,422",
        "GET,/calendar?from=2001-01-01&to=2026-03-01,422",
        "GET,/calendar?from=%2B999999999-12-31&to=%2B999999999-12-31,422",
        "GET,/calendar?from=-999999999-01-01&to=-999999999-01-02,422",
        "GET,/due-dates?day=%2B999999999-12-31,422",
        "GET,/due-dates?day=9999-12-31,422",
        "GET,/due-dates?day=0000-01-01,422",
        "GET,/due-dates?day=2026-02-30,400",
        "GET,/ledger,400",
        "GET,/ledger?notice=,400",
        "GET,/ledger?notice=x,400",
        "GET,/documents/x/content,400",
        "GET,/documents/1/content,404",
        "GET,/tasks/%E4%BB%BB%E5%8A%A1,404",
        "GET,/nothing,404",
        "POST,/notices,405",
        "PATCH,/notices/1,405",
        "DELETE,/notices/1,405",
        "PUT,/units/110000,405"
    })
    void addressesAndParameters(String method, String path, int status) {
        Reply reply = wire.json(HQ_STAFF, method, "/api" + path, method.equals("GET") ? null : "{}");

        assertRefused(reply, status, "");
    }

    @Test
    void aBodyThatIsNoJson() {
        Reply reply = send("PUT", "/api/notices/1", "title=x".getBytes(StandardCharsets.UTF_8), "text/plain");

        assertRefused(reply, 415, "JSON");
    }

    /** A name without a value is a parameter that is null, and a percent sign begins no number. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"x\"}", "title=%PDF-1.7"})
    void aFormInThePlaceOfJson(String body) {
        Reply reply = send(
                "PUT", "/api/notices/1", body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");

        assertRefused(reply, 415, "JSON");
    }

    /** The lines of an upload that calls itself a form are read as names with line breaks in them. */
    @Test
    void anUploadThatSaysItIsAForm() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--x--\r\n";

        Reply reply = send(
                "POST", "/api/documents", body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");

        assertRefused(reply, 400, "multipart");
    }

    @Test
    void dueDatesOfNoDay() {
        assertThat(wire.json(HQ_STAFF, "GET", "/api/due-dates?day=,", null).json())
                .isEmpty();
        assertThat(wire.json(HQ_STAFF, "GET", "/api/due-dates?day=2026-03-05,,2026-03-05", null)
                        .json())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*"})
    void aBodyOfAnyType(String type) {
        Reply reply = send("PUT", "/api/notices/1", "{}".getBytes(StandardCharsets.UTF_8), type);

        assertRefused(reply, 415, "JSON");
    }

    @Test
    void theFormOfATaskThatIsNot() {
        for (String user : new String[] {"admin", HQ_STAFF}) {
            Reply reply = wire.json(user, "GET", "/engine-rest/task/nothing/deployed-form", null);
            assertThat(reply.status()).as(reply.text()).isEqualTo(404);
            assertThat(reply.message()).startsWith("该任务已办结");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/task/{task}/complete|null",
                "/task/{task}/submit-form|null",
                "/task/{task}/complete|{\"variables\":{\"x\":null}}",
                "/process-definition/key/headquarters-notice/start|{\"variables\":{\"x\":null}}",
                "/process-definition/key/headquarters-notice/start|null"
            })
    void theEngineIsSentNothing(String path, String body) {
        long draft = scenario.draft(Scenario.text(1));
        String task = scenario.task(draft, Scenario.HQ, "draftNotice").getId();

        Reply reply = wire.json(HQ_STAFF, "POST", "/engine-rest" + path.replace("{task}", task), body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.message()).contains("请求内容不完整");
        assertThat(scenario.open(draft, Scenario.HQ)).containsExactly("draftNotice");
    }

    @Test
    void bytesThatAreNoUtf8() {
        long draft = scenario.draft(Scenario.text(1));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"title\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        Reply reply = send("PUT", "/api/notices/" + draft, body.toByteArray(), "application/json");

        assertRefused(reply, 400, "JSON");
    }
}
