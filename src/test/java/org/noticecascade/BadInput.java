package org.noticecascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and machines send by mistake: refused in Chinese, nothing lost, the task still open. */
abstract class BadInput {
    static final String HQ_STAFF = "u000000staff";

    @Autowired
    Scenario scenario;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private Environment environment;

    Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    static void assertRefused(Reply reply, int status, String detail) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status).isBetween(400, 499);
        assertThat(reply.type()).as(reply.text()).startsWith("application/problem+json");
        assertThat(reply.detail()).as(reply.text()).contains(detail).matches("(?s).*\\p{IsHan}{3,}.*");
        assertThat(reply.json().path("detailEn").asText()).as(reply.text()).isNotBlank();
        assertThat(reply.text()).doesNotContain("Exception", "org.", "java.", "SQL", "select ", "\tat ");
    }

    /** A body of that type as it is. */
    Reply send(String method, String path, byte[] body, String type) {
        String[] basic = wire.basic(HQ_STAFF);
        return wire.send(method, path, body, basic[0], basic[1], "Content-Type", type);
    }
}
