package org.noticecascade.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Profiles and settings that nobody reads end the start, with the nearest right name. */
class SettingsCheckTest {
    private static final ClassLoader ALL = SettingsCheckTest.class.getClassLoader();
    private static final KnownSettings KNOWN = KnownSettings.read(ALL);

    @ParameterizedTest
    @CsvSource({"postgresql, postgres", "Postgres, postgres", "postgers, postgres", "pg, postgres", "demos, demo"})
    void refusesAProfileWithoutSettings(String profile, String meant) {
        StandardEnvironment environment = empty();
        environment.setActiveProfiles(profile);

        assertThat(said(environment))
                .contains("没有名为“" + profile + "”的 profile，最接近的是 " + meant)
                .contains("there is no profile '" + profile + "', the nearest right one is " + meant, "empty H2")
                .doesNotContain("\n");
    }

    @Test
    void acceptsAnOperatorsOwnProfile() {
        StandardEnvironment environment = empty();
        environment.setActiveProfiles("postgres", "night", "part", "both");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'file [config/application-night.yml]' via location 'optional:file:./config/'",
                        Map.of()));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'file [application.yml]' (document #1)",
                        Map.of("spring.config.activate.on-profile", "part", "spring.profiles.group.both[0]", "night")));

        assertThat(SettingsCheck.refusal(environment, ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cascade.mail.form, cascade.mail.from",
        "cascade.mail.link-base-ulr, cascade.mail.link-base-url",
        "cascade.scrape-token, cascade.monitoring.scrape-token",
        "cascade.batch.sise, cascade.batch.size",
        "cascade.datafolder.x, cascade.data-folder",
        "spring.profile.active, spring.profiles.active"
    })
    void refusesASettingNobodyReads(String name, String meant) {
        assertThat(said(with(Map.of(name, "x"))))
                .contains("没有配置项“" + name + "”", "最接近的是 " + meant)
                .contains("there is no setting '" + name + "'", "the nearest right one is " + meant);
    }

    @ParameterizedTest
    @CsvSource({
        "CASCADE_MAIL_FORM, CASCADE_MAIL_FROM",
        "CASCADE_DB_USERNAME, CASCADE_DB_USER",
        "CASCADE_SCRAPE_TOKEN, CASCADE_MONITORING_SCRAPETOKEN",
        "CASCADE_DATAFOLDR, CASCADE_DATAFOLDER",
        "SPRING_PROFILE_ACTIVE, SPRING_PROFILES_ACTIVE"
    })
    void refusesAVariableNobodyReads(String name, String meant) {
        assertThat(said(variables(Map.of(name, "x"))))
                .contains("there is no setting '" + name + "' (environment), the nearest right one is " + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASCADE_DB_URL",
                "CASCADE_DB_USER",
                "CASCADE_DB_PASSWORD",
                "CASCADE_DB_POOL",
                "CASCADE_JOB_THREADS"
            })
    void refusesWhatOnlyTheProfileReadsWhereItIsOff(String name) {
        StandardEnvironment environment = variables(Map.of(name, "4"));

        assertThat(said(environment))
                .contains("设置了 " + name, "没有启用 profile postgres")
                .contains("--spring.profiles.active=postgres");
        environment.setActiveProfiles("postgres");
        assertThat(SettingsCheck.refusal(environment, ALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cascade.mail.from",
                "cascade.mail.linkBaseUrl",
                "cascade.mail.link_base_url",
                "CASCADE.MAIL.FROM",
                "cascade.security.machine-accounts[0]",
                "cascade.limits.body.anonymous-bytes",
                "cascade.accounts.second-factor-key",
                "cascade.data-folder",
                "spring.profiles.active[0]",
                "spring.profiles.include",
                "my.own.setting"
            })
    void acceptsEachSpellingOfSpring(String name) {
        assertThat(SettingsCheck.refusal(with(Map.of(name, "x")), ALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASCADE_MAIL_FROM",
                "CASCADE_MAIL_LINKBASEURL",
                "CASCADE_MAIL_LINK_BASE_URL",
                "CASCADE_DATA_FOLDER",
                "CASCADE_SECURITY_MACHINEACCOUNTS_0",
                "CASCADE_ADMINISTRATOR_PASSWORD",
                "CASCADE_PORT",
                "CASCADE_PORT_8080_TCP_ADDR",
                "CASCADE_SERVICE_HOST",
                "CASCADE_DB_SERVICE_PORT_PG",
                "CASCADES"
            })
    void acceptsEachVariableAndThoseOfACluster(String name) {
        assertThat(SettingsCheck.refusal(variables(Map.of(name, "x")), ALL)).isEmpty();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        StandardEnvironment environment = with(Map.of("cascade.mail.form", "x", "cascade.batch.sise", "5"));
        environment.setActiveProfiles("postgresql");

        assertThat(said(environment)).contains("postgresql", "cascade.mail.form", "cascade.batch.sise");
    }

    @Test
    void leavesTestsTheirOwnSettings() {
        StandardEnvironment environment = empty();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("Inlined Test Properties", Map.of("cascade.of-the-test", "x")));

        assertThat(SettingsCheck.refusal(environment, ALL)).isEmpty();
    }

    @Test
    void knowsEveryNameThatTheCodeReads() throws IOException {
        Pattern name = Pattern.compile("[\"{](cascade(?:\\.[a-z][a-z0-9-]*)+)[\"}:=]");
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            List<Path> texts = sources.filter(path -> path.toString().matches(".*\\.(java|yml)"))
                    .filter(path -> !path.toString()
                            .matches(".*(platform/start/|/CascadeMetrics|/DemoClock).*")) // a figure, a row of
                    // the engine
                    .toList();
            for (Path text : texts) {
                assertThat(name.matcher(Files.readString(text)).results().map(found -> found.group(1)))
                        .as(text.toString())
                        .allMatch(read -> KNOWN.knows(read)
                                || KNOWN.names().stream().anyMatch(known -> known.startsWith(read + '.')));
            }
        }
    }

    /** The processor that writes this file runs with Maven only. */
    @Test
    void knowsEveryNameInTheMetadata() throws IOException {
        try (InputStream in = ALL.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
            Assumptions.assumeTrue(in != null, "SKIPPED: compiled without the processor");
            for (JsonNode property : new ObjectMapper().readTree(in).path("properties")) {
                assertThat(KNOWN.knows(property.path("name").asText()))
                        .as(property.path("name").asText())
                        .isTrue();
            }
        }
    }

    @Test
    void knowsEveryNameInTheDocuments() throws IOException {
        Pattern row = Pattern.compile("(?m)^\\| `(cascade\\.[a-z.-]+[a-z])`");
        assertThat(row.matcher(Files.readString(Path.of("docs/configuration.md")))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(KNOWN::knows);
    }

    private static String said(StandardEnvironment environment) {
        Optional<NotStarted> refusal = SettingsCheck.refusal(environment, ALL);
        assertThat(refusal).isPresent();
        return refusal.orElseThrow().getMessage();
    }

    private static StandardEnvironment empty() {
        return new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                // not those of whoever runs the test
            }
        };
    }

    private static StandardEnvironment with(Map<String, Object> settings) {
        StandardEnvironment environment = empty();
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", settings));
        return environment;
    }

    private static StandardEnvironment variables(Map<String, Object> variables) {
        StandardEnvironment environment = empty();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", new HashMap<>(variables)));
        return environment;
    }
}
