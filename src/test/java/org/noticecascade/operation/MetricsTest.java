package org.noticecascade.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.TestTime;
import org.noticecascade.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.yaml.snakeyaml.Yaml;

/** What Prometheus reads, and that the dashboard and the alerts that come with the service ask for nothing else. */
@ProcessTest
class MetricsTest {
    private static final Path DASHBOARD = Path.of("ops/grafana/notice-cascade.json");
    private static final Path ALERTS = Path.of("ops/prometheus/alerts.yml");
    private static final Pattern NAME = Pattern.compile("(?<![\\w$])([a-z]+(?:_[a-z0-9]+)+)(?=\\{|\\[|\\)| |$)");
    private static final Set<String> WORDS_OF_THE_LANGUAGE =
            Set.of("avg_over_time", "max_over_time", "histogram_quantile", "group_left", "label_values");

    @Autowired
    private Environment environment;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TestTime time;

    @Autowired
    private LatestFigures figures;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(environment);
    }

    @Test
    void tellsWhatIsOpenAndHowLateItIs() {
        scenario.issueTo("640000", "310000");
        assertThat(scrape())
                .contains("cascade_assignments_open{stage=\"receipt\"} 2.0")
                .contains("cascade_assignments_overdue{stage=\"receipt\"} 0.0")
                .contains("cascade_assignments_late_ratio 0.0");

        time.moveTo(TestTime.START.plusDays(60));

        String late = scrape();
        assertThat(late)
                .contains("cascade_assignments_overdue{stage=\"receipt\"} 2.0")
                .contains("cascade_assignments_late_ratio 1.0");
        assertThat(value(late, "cascade_days_late_max{level=\"province\"}")).isBetween(40.0, 60.0);
        assertThat(value(late, "cascade_days_late_max{level=\"county\"}")).isZero();
    }

    @Test
    void aNoticeThatIsNotIssuedCountsForNothing() {
        assertThat(scrape())
                .contains("cascade_assignments_open{stage=\"receipt\"} 0.0")
                .contains("cascade_mail_breaker_open 0.0");
        assertThat(value(scrape(), "cascade_units_loaded")).isGreaterThan(3_000);
    }

    @Test
    void theDashboardAsksForNothingThatIsNotThere() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        List<String> questions = dashboard.findValuesAsText("expr");

        assertThat(questions).hasSizeGreaterThan(10);
        assertAllThere(questions);
    }

    @Test
    void theAlertsAskForNothingThatIsNotThere() throws IOException {
        List<String> questions = NAMED_EXPRESSION
                .matcher(new Yaml().load(Files.readString(ALERTS)).toString())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(questions).hasSizeGreaterThan(5);
        assertAllThere(questions);
    }

    private static final Pattern NAMED_EXPRESSION = Pattern.compile("expr=(.*?), (?=for=|labels=|annotations=)");

    private void assertAllThere(List<String> questions) {
        wire.json("admin", "GET", "/api/notices", null);
        Set<String> there = scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = questions.stream()
                .flatMap(question -> NAME.matcher(
                                question.replaceAll("\\{[^}]*}", "{}").replaceAll("by \\([^)]*\\)", "by ()"))
                        .results()
                        .map(MatchResult::group))
                .filter(name -> !WORDS_OF_THE_LANGUAGE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(there).contains(name));
    }

    private String scrape() {
        figures.forget();
        return wire.json("admin", "GET", "/actuator/prometheus", null).text();
    }

    private static double value(String scraped, String name) {
        return scraped.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not there"));
    }
}
