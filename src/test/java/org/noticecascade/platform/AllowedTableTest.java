package org.noticecascade.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.platform.EditableTable.Fault;

/** What a decision table may hold: plain tests and plain values. */
class AllowedTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"deadline-policy", "escalation-policy"})
    void takesTheTablesOfThisRelease(String key) throws IOException {
        assertThat(faults(table(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "< 3", ">= -3", "1, 2, &lt;= -5", "[3..5]", "]3..5[", "not(1,2)", "not(&lt; 3)", "3.5"})
    void takesPlainTests(String cell) throws IOException {
        assertThat(faults(withCondition(cell.replace("< ", "&lt; ")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "#{x}",
                "\"${x}\"",
                "workingDaysLeft",
                "? &gt; 3",
                "odd(3)",
                "date(\"2026-01-01\")",
                "for i in 1..999999999 return i",
                "if true then 1 else 2",
                "a.b",
                "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"exec(java.lang.String)\"}}",
                "{a: 1}",
                "\"a\" + \"b\"",
                "\"a\\u0022\"",
                "[1..x]",
                "not(odd(3))",
                "null",
                "@\"PT1H\""
            })
    void refusesAnythingElseAndSaysInWhichRuleAndCell(String cell) throws IOException {
        assertThat(faults(withCondition(cell))).singleElement().satisfies(fault -> {
            assertThat(fault.chinese()).startsWith("第 1 条规则的条件第 1 格");
            assertThat(fault.english()).startsWith("rule 1, condition 1: ");
        });
        String answer =
                table("escalation-policy").replaceFirst("<text>\"GREEN\"</text>", quoted("<text>" + cell + "</text>"));
        assertThat(faults(answer))
                .singleElement()
                .satisfies(fault -> assertThat(fault.english()).startsWith("rule 1, answer 1: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>level</text> | <text>level.class</text> | level.class",
                "<text>level</text> | <text>stage2</text> | stage2",
                "<inputExpression | <inputExpression expressionLanguage=\"juel\" | expressionLanguage",
                "<inputEntry | <inputEntry expressionLanguage=\"groovy\" | expressionLanguage",
                "<outputEntry | <outputEntry expressionLanguage=\"javascript\" | expressionLanguage",
                "<output | <output xmlns:x=\"urn:x\" x:a=\"1\" | urn",
                "<decision | <decision camunda:versionTag=\"${x}\" | versionTag",
                "</decision> | </decision><businessKnowledgeModel id=\"b\" name=\"b\"/> | businessKnowledgeModel",
                "</decision> | </decision><decision id=\"d\" name=\"d\"><literalExpression id=\"l\"><text>1</text></literalExpression></decision> | literalExpression",
                "<decisionTable | <informationRequirement id=\"i\"><requiredDecision href=\"#x\"/></informationRequirement><decisionTable | informationRequirement",
                "</output> | <defaultOutputEntry id=\"z\"><text>${x}</text></defaultOutputEntry></output> | defaultOutputEntry",
                "<text>\"GREEN\",\"YELLOW\",\"RED\"</text> | <text>${x}</text> | no plain values"
            })
    void refusesOtherLanguagesAndOtherDecisions(String in, String by, String named) throws IOException {
        String changed = table("escalation-policy").replaceFirst(java.util.regex.Pattern.quote(in), quoted(by));

        assertThat(faults(changed).stream().map(Fault::english).collect(Collectors.joining()))
                .contains(named);
    }

    @Test
    void refusesADocumentTypeAndWhatIsNoTable() throws IOException {
        String bomb = table("escalation-policy")
                .replaceFirst("\\?>", quoted("?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"));

        assertThat(faults(bomb))
                .singleElement()
                .satisfies(fault -> assertThat(fault.english()).contains("DOCTYPE"));
        assertThat(faults("light;days")).hasSize(1);
        assertThat(faults(table("escalation-policy").replace("id=\"escalation-policy\"", "id=\"other\"")))
                .isNotEmpty();
    }

    @Test
    void readsNoDeeperThanATableIs() throws IOException {
        String deep = table("escalation-policy")
                .replaceFirst("</decision>", "<text>".repeat(100_000) + "</text>".repeat(100_000) + "</decision>");

        assertThat(faults(deep)).hasSizeBetween(1, 5);
    }

    @Test
    void refusesMoreThanFiveHundredRules() throws IOException {
        String rule = "<rule id=\"r\"><inputEntry id=\"c\"><text>1</text></inputEntry></rule>";
        String long501 =
                table("escalation-policy").replaceFirst("</decisionTable>", rule.repeat(501) + "</decisionTable>");

        assertThat(faults(long501))
                .singleElement()
                .satisfies(fault -> assertThat(fault.english()).contains("more than 500 rules"));
    }

    private static String withCondition(String cell) throws IOException {
        String changed =
                table("escalation-policy").replaceFirst("<text>&gt; 3</text>", quoted("<text>" + cell + "</text>"));
        return changed;
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static List<Fault> faults(String table) {
        return AllowedTable.faultsIn(table.getBytes(UTF_8));
    }

    private static String table(String key) throws IOException {
        return Files.readString(Path.of("processes", key + ".dmn"));
    }
}
