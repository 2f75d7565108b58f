package org.noticecascade.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.Wire.Reply;
import org.noticecascade.platform.AsSystem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The life of a database: nobody, the holder of the token, an administrator, and never again anybody. */
@Tag("own-engine")
@DirtiesContext
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:setup;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "cascade.directory.seed=false",
            "cascade.demo.password=" + SetupPageTest.PASSWORD
        })
class SetupPageTest {
    static final String PASSWORD = "Setup-2026-cascade";

    private static final String PAGE = "/camunda/app/admin/default/setup/";
    private static final String CREATE = "/camunda/api/admin/setup/default/user/create";
    private static final Pattern PRINTED = Pattern.compile("http://localhost:\\d+" + PAGE + "\\?token=([0-9a-f]{32})");

    private static String token = "";

    @Autowired
    private Environment environment;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private SetupAnnouncement announcement;

    @Autowired
    private CommandLineAdministrator commandLine;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AsSystem asSystem;

    @Autowired
    private SetupProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    @Order(1)
    void theStartPrintsTheAddressWithTheToken(CapturedOutput output) {
        Matcher printed = PRINTED.matcher(output.getAll());

        assertThat(printed.find()).as(output.getAll()).isTrue();
        token = printed.group(1);
        assertThat(output.getAll()).contains("尚无系统管理员");
        assertThat(jdbc.sql("select hash from setup_token").query(String.class).list())
                .singleElement()
                .satisfies(hash -> assertThat(hash).hasSize(64).doesNotContain(token));
    }

    @Test
    @Order(2)
    void strangersGetNeitherThePageNorAnAdministrator() {
        WebSession stranger = WebSession.ofNobody(wire());

        assertThat(stranger.get(PAGE).status()).isEqualTo(403);
        assertThat(stranger.get(PAGE).text()).contains("启动日志中打印的地址", "needs a token");
        assertThat(stranger.get(PAGE + "?token=" + "0".repeat(32)).status()).isEqualTo(403);
        for (String path : List.of(
                CREATE,
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin//setup/default/user/create")) {
            assertThat(stranger.json("POST", path + "?token=" + token, user("stranger", PASSWORD))
                            .status())
                    .as(path)
                    .isBetween(400, 499);
        }
        assertThat(administrators()).isZero();
        assertThat(jdbc.sql("select count(*) from ACT_ID_USER")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Persons may be imported before there is an administrator; nobody is led to a page that is closed to them. */
    @Test
    @Order(3)
    void otherPagesDoNotLeadThere() {
        assertThat(WebSession.ofNobody(wire())
                        .get("/camunda/app/tasklist/default/")
                        .status())
                .isEqualTo(200);
        assertThat(WebSession.ofNobody(wire())
                        .get("/camunda/app/admin/default/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void theTokenMakesOneAdministrator() {
        WebSession operator = WebSession.ofNobody(wire());
        Reply opened = operator.get(PAGE + "?token=" + token);
        assertThat(opened.status()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain(token));
        assertThat(operator.setCookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("cascade-setup=" + token)
                        .contains("HttpOnly", "SameSite=Strict", "Path=/camunda"));
        assertThat(operator.get(PAGE).status()).isEqualTo(200);

        Reply weak = operator.json("POST", CREATE, user("first", "weak"));
        assertThat(weak.status()).as(weak.text()).isEqualTo(422);
        assertThat(weak.text()).contains("至少 10 个字符", "a digit");
        assertThat(administrators()).isZero();

        Reply made = operator.json("POST", CREATE, user("first", PASSWORD));
        assertThat(made.status()).as(made.text()).isEqualTo(204);
        assertThat(administrators()).isEqualTo(1);
        assertThat(wire().json("first", "GET", "/api/consistency", null).status())
                .isEqualTo(200);

        assertThat(operator.json("POST", CREATE, user("second", PASSWORD)).status())
                .isEqualTo(403);
        assertThat(administrators()).isEqualTo(1);
    }

    /** A database that was restored, moved or changed by hand. */
    @Test
    @Order(5)
    void anEmptyGroupOpensNothingAgain(CapturedOutput output) {
        identities.deleteUser("first");
        FirstAdministrator restarted = new FirstAdministrator(jdbc, clock, identities, asSystem, properties);
        assertThat(restarted.noteIfAny()).isTrue();
        announcement.announce();
        assertThat(PRINTED.matcher(output.getAll()).results()).hasSize(1);

        WebSession stranger = WebSession.ofNobody(wire());
        assertThat(stranger.get(PAGE + "?token=" + token).status()).isEqualTo(403);
        assertThat(stranger.get(PAGE).text()).contains("永久关闭", "--create-administrator=ID");
        assertThat(stranger.json("POST", CREATE, user("second", PASSWORD)).status())
                .isEqualTo(403);
        assertThat(stranger.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(administrators()).isZero();
    }

    @Test
    @Order(6)
    void theOperatorOfTheServerMakesOneThen() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(commandLine.create(List.of("rescue"), () -> "weak", out)).isEqualTo(1);
        assertThat(commandLine.create(List.of("rescue"), () -> null, out)).isEqualTo(1);
        assertThat(commandLine.create(List.of("no-such"), () -> PASSWORD, out)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from ACT_ID_USER")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(commandLine.create(List.of("rescue"), () -> PASSWORD, out)).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("密码不符合要求", CommandLineAdministrator.VARIABLE, "rescue 现在是系统管理员");
        assertThat(wire().json("rescue", "GET", "/api/consistency", null).status())
                .isEqualTo(200);
        assertThat(WebSession.signIn(wire(), "rescue").apps()).contains("admin");
    }

    @Test
    @Order(7)
    void aTokenWorksOnceAndNotForEver() {
        String fresh = first.newToken();
        assertThat(first.accepts(fresh)).isTrue();
        assertThat(first.use(fresh)).isTrue();
        assertThat(first.use(fresh)).isFalse();
        assertThat(first.accepts("")).isFalse();

        String late = first.newToken();
        Clock afterwards = Clock.offset(clock, properties.tokenLifetime().plus(Duration.ofSeconds(1)));
        assertThat(new FirstAdministrator(jdbc, afterwards, identities, asSystem, properties).accepts(late))
                .isFalse();
    }

    private long administrators() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count();
    }

    private Wire wire() {
        return new Wire(environment);
    }

    private static String user(String id, String password) {
        return """
                {"profile":{"id":"%s","firstName":"甲","lastName":"乙","email":"a@example.org"},
                 "credentials":{"password":"%s"}}""".formatted(id, password);
    }
}
