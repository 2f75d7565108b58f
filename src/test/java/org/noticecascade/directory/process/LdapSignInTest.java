package org.noticecascade.directory.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.Scenario;
import org.noticecascade.TestJobs;
import org.noticecascade.TestTime;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.directory.DirectoryImport;
import org.noticecascade.directory.ImportResult;
import org.noticecascade.directory.Role;
import org.noticecascade.platform.SecurityLines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in against an LDAP server in this process: the same groups, tenants and limits as with the engine's users. */
@Tag("own-engine")
@DirtiesContext
@ActiveProfiles("test")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ldap;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "cascade.security.ldap.enabled=true",
            "cascade.security.ldap.base-dn=dc=example,dc=org",
            "cascade.security.ldap.manager-dn=cn=reader",
            "cascade.security.ldap.manager-password=reads",
            "cascade.security.secure-cookies=true",
            "cascade.demo.password=Ldap-2026-cascade"
        })
@Import({TestTime.class, TestJobs.class, Scenario.class})
class LdapSignInTest {
    private static final String PASSWORD = "Ldap-2026-cascade";
    private static InMemoryDirectoryServer server;

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private IdentityService identities;

    @Autowired
    private DirectoryImport directory;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestTime time;

    private Wire wire;

    @DynamicPropertySource
    static void ldap(DynamicPropertyRegistry properties) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.addAdditionalBindCredentials("cn=reader", "reads");
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        for (String unit : List.of("000000", "640000", "640100", "640200", "310000")) {
            for (Role role : Role.values()) {
                person(Scenario.userId(unit, role), "示例");
                group(role.groupOf(unit), Scenario.userId(unit, role));
            }
        }
        person("admin", "管理");
        group("camunda-admin", "admin");
        person("visitor", "访客");
        server.startListening();
        properties.add("cascade.security.ldap.url", () -> "ldap://127.0.0.1:" + server.getListenPort());
    }

    private static void person(String id, String name) throws Exception {
        server.add(
                "dn: uid=%s,dc=example,dc=org".formatted(id),
                "objectClass: inetOrgPerson",
                "uid: " + id,
                "cn: " + name,
                "sn: " + id,
                "mail: %s@example.org".formatted(id),
                "userPassword: " + PASSWORD);
    }

    private static void group(String id, String member) throws Exception {
        server.add(
                "dn: cn=%s,dc=example,dc=org".formatted(id),
                "objectClass: groupOfNames",
                "cn: " + id,
                "member: uid=%s,dc=example,dc=org".formatted(member));
    }

    @BeforeEach
    void start() {
        wire = new Wire(environment);
        jobs.stop();
        time.backToStart();
        scenario.signOut();
        scenario.removeAllNotices();
    }

    @Test
    void aPersonSignsInAndSeesTheTasksOfTheOwnUnitAndNothingElse() {
        long notice = scenario.issueTo("640000", "310000");
        String own = scenario.task(notice, "640000", "signReceipt").getId();
        String other = scenario.task(notice, "310000", "signReceipt").getId();
        WebSession session = WebSession.signIn(wire, "u640000staff");

        assertThat(session.apps()).contains("tasklist").doesNotContain("cockpit", "admin");
        for (JsonNode tasks : List.of(
                session.get("/camunda/api/engine/engine/default/task").json(),
                wire.json("u640000staff", "GET", "/engine-rest/task", null).json())) {
            assertThat(tasks)
                    .singleElement()
                    .satisfies(task -> assertThat(task.path("id").asText()).isEqualTo(own));
        }
        assertThat(wire.json("u640000staff", "GET", "/engine-rest/task/" + other, null)
                        .status())
                .isEqualTo(404);
        assertThat(session.get("/camunda/api/cascade/tasks/" + other).status()).isEqualTo(404);
        assertThat(wire.json("u640000staff", "POST", "/engine-rest/task/" + own + "/complete", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(scenario.open(notice, "640000")).containsExactly("draftPlan");
    }

    @Test
    void theSharedFilterWorks() {
        scenario.issueTo("640000", "310000");
        WebSession session = WebSession.signIn(wire, "u310000staff");
        String filter = session.get("/camunda/api/engine/engine/default/filter")
                .json()
                .path(0)
                .path("id")
                .asText();

        assertThat(session.json("POST", "/camunda/api/engine/engine/default/filter/" + filter + "/list", "{}")
                        .json())
                .hasSize(1);
    }

    @Test
    void tenantsFollowTheUnitsOfTheGroups() {
        assertThat(tenants("u640100staff")).containsExactly("640000");
        assertThat(tenants("u640000lead")).containsExactly("640000");
        assertThat(tenants("u000000staff")).contains("640000", "310000").hasSizeGreaterThan(40);
        assertThat(tenants("admin")).isEmpty();
        assertThat(tenants("visitor")).isEmpty();
        assertThat(identities.createTenantQuery().tenantId("640000").count()).isEqualTo(1);
        assertThat(identities.createTenantQuery().tenantId("640100").count()).isZero();
    }

    @Test
    void aProvincesSupervisorSeesOnlyTheProvinceInCockpit() {
        scenario.issueTo("640000", "310000");
        WebSession session = WebSession.signIn(wire, "u640000supervisor");

        assertThat(session.apps()).contains("cockpit");
        assertThat(session.json("POST", "/camunda/api/engine/engine/default/process-instance", "{}")
                        .json())
                .isNotEmpty()
                .allSatisfy(instance ->
                        assertThat(instance.path("tenantId").asText()).isEqualTo("640000"));
    }

    @Test
    void administratorsAreTheGroupOfThatName() {
        assertThat(WebSession.signIn(wire, "admin").apps()).contains("admin", "cockpit", "tasklist");
        assertThat(wire.json("admin", "GET", "/actuator/info", null).status()).isEqualTo(200);
        assertThat(wire.json("admin", "GET", "/api/mail", null).status()).isEqualTo(200);
        assertThat(wire.json("visitor", "GET", "/api/mail", null).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"U640000STAFF", "u640000STAFF", " u640000staff", "u640000staff ", "u64*", "u640000staff)(uid=*"})
    void onlyTheExactIdSignsIn(String spelling) {
        assertThat(wire.send("GET", "/api/units/310000", null, Wire.basic(spelling, PASSWORD))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wrongAndEmptyPasswordsAreRefusedAndLogged() {
        try (SecurityLines lines = new SecurityLines()) {
            for (String password : List.of("wrong", "")) {
                assertThat(wire.send("GET", "/api/units/310000", null, Wire.basic("u640000staff", password))
                                .status())
                        .isEqualTo(401);
            }
            assertThat(lines.all())
                    .filteredOn(
                            line -> line.startsWith("sign-in-failed reason=wrong-password account=\"u640000staff\""))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/group?id=x)(cn=*",
                "/group?name=*)(cn=*",
                "/group?nameLike=%25)(cn=*",
                "/user?email=*)(uid=*",
                "/user?firstNameLike=%25)(uid=*",
                "/user?memberOfGroup=x)(cn=*"
            })
    void queriesCannotChangeTheFilter(String query) {
        assertThat(wire.json("admin", "GET", "/engine-rest" + query, null).text())
                .isEqualTo("[]");
    }

    @Test
    void anImportChangesTheDirectoryAndNoUser() {
        byte[] csv =
                "user_id,unit_code,name,role,email,phone,language\nu640000new,640000,赵演示,经办人,x@example.org,000-00000000,zh\n"
                        .getBytes(StandardCharsets.UTF_8);

        ImportResult result = directory.run("persons.csv", csv, false, (stage, done, total) -> {});

        assertThat(result.problems()).isEmpty();
        assertThat(result.created()).isEqualTo(1);
        assertThat(identities.createUserQuery().userId("u640000new").count()).isZero();
        assertThat(wire.json(
                                "admin",
                                "POST",
                                "/engine-rest/user/create",
                                "{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}")
                        .status())
                .isEqualTo(403);
    }

    /** Both cookies go over HTTPS only where the property says so. */
    @Test
    void cookiesAreSecureWhereAskedFor() {
        assertThat(WebSession.ofNobody(wire).setCookies())
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).containsPattern("; ?secure"));
    }

    private List<String> tenants(String user) {
        return identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(tenant -> tenant.getId())
                .toList();
    }
}
