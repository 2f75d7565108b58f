package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.noticecascade.ProcessTest;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A service whose users and whose engine are administered by different people, over HTTP. */
@ProcessTest
@Tag("own-engine")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:separate-duties;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=0",
            "cascade.administration.separate-duties=true"
        })
class SeparateDutiesOverHttpTest {
    private static final String REGISTRAR = "registrar";
    private static final String MEMBER = "/group/U310000STAFF/members/guest";
    private static final String REST = "/engine-rest";
    private static final String PAGES = "/camunda/api/engine/engine/default";

    @Autowired
    private IdentityService identities;

    @Autowired
    private Environment environment;

    private Wire wire;

    @BeforeEach
    void nameARegistrar() {
        wire = new Wire(environment);
        identities.clearAuthentication();
        User user = identities.newUser(REGISTRAR);
        user.setFirstName("x");
        user.setLastName("y");
        user.setPassword(wire.password());
        identities.saveUser(user);
        identities.createMembership(REGISTRAR, AdministratorGroups.USERS);
        identities.saveUser(identities.newUser("guest"));
    }

    @AfterEach
    void forget() {
        identities.clearAuthentication();
        identities.deleteUser(REGISTRAR);
        identities.deleteUser("guest");
    }

    @Test
    void whoAdministersUsersDoesSoOverRestAndInAdmin() {
        WebSession admin = WebSession.signIn(wire, REGISTRAR);
        assertThat(admin.apps()).contains("admin").doesNotContain("cockpit");

        assertThat(call(REGISTRAR, "PUT", MEMBER)).isEqualTo(204);
        assertThat(admin.json("DELETE", PAGES + MEMBER, "{}").status()).isEqualTo(204);
        assertThat(admin.json("PUT", PAGES + MEMBER, "{}").status()).isEqualTo(204);
        for (String path : new String[] {"/user/count", "/group/count", "/tenant/count", "/authorization/count"}) {
            assertThat(call(REGISTRAR, "GET", path)).as(path).isEqualTo(200);
            assertThat(admin.get(PAGES + path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whoAdministersTheEngineChangesNoUser() {
        Reply refused = wire.json("admin", "PUT", REST + MEMBER, "{}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.message()).contains(AdministratorGroups.USERS);
        assertThat(call("admin", "GET", "/process-instance/count")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /process-instance/count",
        "DELETE, /process-instance/none",
        "POST, /process-instance/delete",
        "GET, /job/count",
        "GET, /history/process-instance/count",
        "POST, /deployment/create",
        "GET, /users/../process-instance/count",
        "GET, /userx/count"
    })
    void whoAdministersUsersFindsNothingElseOfTheEngine(String method, String path) {
        assertThat(call(REGISTRAR, method, path)).isIn(400, 404);
        assertThat(call("u640104lead", "GET", "/user/count")).isEqualTo(404);
    }

    @Test
    void whoAdministersUsersImports() {
        assertThat(imported("admin").status()).isEqualTo(403);
        assertThat(imported("admin").detail()).contains(AdministratorGroups.USERS);
        assertThat(imported("u640104lead").status()).isEqualTo(403);
        assertThat(imported(REGISTRAR).status()).isEqualTo(202);
        assertThat(wire.json("admin", "GET", "/api/imports/template?kind=persons", null)
                        .status())
                .isEqualTo(403);
        assertThat(wire.json(REGISTRAR, "GET", "/api/imports/template?kind=persons", null)
                        .status())
                .isEqualTo(200);
    }

    /** Otherwise nobody could fill an empty service. */
    @Test
    void untilSomebodyAdministersUsersTheAdministratorOfTheEngineImports() {
        identities.deleteMembership(REGISTRAR, AdministratorGroups.USERS);

        assertThat(imported("admin").status()).isEqualTo(202);
        assertThat(imported(REGISTRAR).status()).isEqualTo(403);
        assertThat(call(REGISTRAR, "GET", "/user/count")).isEqualTo(404);
    }

    @Test
    void whoAdministersUsersResetsSecondFactors() {
        assertThat(wire.json("admin", "DELETE", "/api/second-factors/none", null)
                        .status())
                .isEqualTo(403);
        assertThat(wire.json(REGISTRAR, "DELETE", "/api/second-factors/none", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodySendsAnExpression() {
        assertThat(call(REGISTRAR, "GET", "/user?firstNameExpression=x")).isEqualTo(400);
    }

    private int call(String user, String method, String path) {
        return wire.send(method, REST + path, method.equals("GET") ? null : new byte[0], headers(user))
                .status();
    }

    private String[] headers(String user) {
        return Stream.concat(Stream.of(wire.basic(user)), Stream.of("Content-Type", "application/json"))
                .toArray(String[]::new);
    }

    private Reply imported(String user) {
        String text = "--acts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"persons.csv\"\r\n\r\n"
                + "user_id,unit_code,name,role,email,phone,language\n\r\n--acts--\r\n";
        String[] headers = Stream.concat(
                        Stream.of(wire.basic(user)), Stream.of("Content-Type", "multipart/form-data; boundary=acts"))
                .toArray(String[]::new);
        return wire.send("POST", "/api/imports?dryRun=true", text.getBytes(StandardCharsets.UTF_8), headers);
    }
}
