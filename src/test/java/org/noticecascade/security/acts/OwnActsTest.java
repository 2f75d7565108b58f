package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What administrators do at endpoints of ours. */
@ProcessTest
class OwnActsTest {
    private static final String PERSONS = """
            user_id,unit_code,name,role,email,phone,language
            u640106staff,640106,%s,经办人,u640106staff@example.org,000-00000000,zh
            """;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Environment environment;

    private Wire wire;
    private String asItWas = "";

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
        Reply person = wire.json("admin", "GET", "/engine-rest/user/u640106staff/profile", null);
        asItWas = person.json().path("firstName").asText();
    }

    @AfterEach
    void nameThePersonAsBefore() {
        imported(asItWas, false);
    }

    @Test
    void recordsAnImportWithEachPersonItChanged() {
        imported("张改名", false);

        List<Entry> entries = ledger.withoutNotice(0, 10);
        assertThat(entries).extracting(Entry::act).containsExactly(Act.DIRECTORY_IMPORTED, Act.PERSON_IMPORTED);
        assertThat(entries).extracting(Entry::actor).containsOnly("admin");
        assertThat(entries.get(0).target()).isEqualTo("file=persons.csv");
        assertThat(entries.get(0).to()).isEqualTo("PERSONS rows=1 created=0 updated=1 unchanged=0");
        assertThat(entries.get(1).target()).isEqualTo("person=u640106staff");
        assertThat(entries.get(1).from()).contains("name=" + asItWas).doesNotContain("email");
        assertThat(entries.get(1).to()).contains("name=张改名").doesNotContain("email");
    }

    @Test
    void recordsNothingOfADryRun() {
        imported("张改名", true);

        assertThat(ledger.countWithoutNotice()).isZero();
    }

    private void imported(String name, boolean dryRun) {
        String text = "--acts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"persons.csv\"\r\n\r\n"
                + PERSONS.formatted(name) + "\r\n--acts--\r\n";
        String[] headers = Stream.concat(
                        Stream.of(Wire.basic("admin", wire.password())),
                        Stream.of("Content-Type", "multipart/form-data; boundary=acts"))
                .toArray(String[]::new);
        Reply started =
                wire.send("POST", "/api/imports?dryRun=" + dryRun, text.getBytes(StandardCharsets.UTF_8), headers);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String id = started.json().path("id").asText();
        await().until(() -> wire.json("admin", "GET", "/api/imports/" + id, null)
                        .json()
                        .path("percent")
                        .asInt()
                == 100);
        Reply result = wire.json("admin", "GET", "/api/imports/" + id, null);
        assertThat(result.json().path("state").asText()).as(result.text()).isEqualTo("DONE");
    }
}
