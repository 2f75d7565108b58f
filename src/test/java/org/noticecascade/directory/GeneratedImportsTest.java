package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.PERSONS;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.UNITS;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.noticecascade.PlainText;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.noticecascade.fuzz.Cases;
import org.noticecascade.fuzz.Mutations;
import org.noticecascade.fuzz.Shown;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Spoilt files: each is imported as a whole and as reported, or refused with a place and nothing is changed. */
@SpringJUnitConfig(DirectoryTestContext.class)
class GeneratedImportsTest {
    private static final int MAX_BYTES = 1_048_576;
    private static final int MAX_ROWS = 5_000;
    private static final String PEOPLE = PERSONS + """
            wang310000,310000,王演示,经办人,wang@example.org,021-00000000,zh
            li310101,310101,李演示,经办人;负责人,,,zh
            zhao440300,440300,赵演示,督办员,zhao@example.org,,en
            """;
    private static final List<String> FILES = List.of(
            SMALL_COUNTRY,
            UNITS + "310104,310000,徐汇区局,COUNTY\n310105,310000,长宁区局,县级\n310105001,310105,街道所,乡级\n",
            "单位编码*,上级编码,单位名称*,层级*\n440304,440300,福田区局,县级\n440000,000000,广东省市场监督管理局,省级\n",
            PEOPLE,
            "用户名,所属单位编码,姓名,角色,邮箱,电话,语言\nchen310101,310101,陈演示,负责人,chen@example.org,,\n");
    private static final List<String> WORDS = List.of(
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            ";",
            "\t",
            "310104",
            "310000",
            "000000",
            "999999",
            "3101040010011",
            "440303",
            "HQ",
            "COUNTY",
            "县级",
            "省级",
            "TOWNSHIP",
            "=1+1",
            "@SUM(A1)",
            "-1",
            "=HYPERLINK(\"x\")",
            "code",
            "parent_code",
            "name",
            "level",
            "user_id",
            "role",
            "经办人",
            "负责人、督办员",
            "zh",
            "fr",
            "a@b.cn",
            "a@b@c",
            "<x@y>",
            "上海市局",
            "admin",
            "camunda-admin",
            "null",
            "' or 1=1",
            "${1+1}",
            "１",
            "\uD83D\uDE00",
            "\u3000",
            "310101,310000,黄浦区局,COUNTY\n",
            "310106,310104,甲,COUNTY\n310104,310106,乙,COUNTY\n");

    private final DirectoryFixture directory;
    private final DirectoryImport imports;
    private final JdbcClient jdbc;
    private final ImportFiles files = new ImportFiles(new DirectoryProperties(false, MAX_BYTES, MAX_ROWS));

    @Autowired
    GeneratedImportsTest(DirectoryFixture directory, DirectoryImport imports, JdbcClient jdbc) {
        this.directory = directory;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    /** It would write a trace for each broken workbook. */
    @BeforeAll
    static void quiet() {
        level("OFF");
    }

    @AfterAll
    static void loud() {
        level(null);
    }

    private static void level(String level) {
        ((Logger) LoggerFactory.getLogger("org.apache.poi")).setLevel(level == null ? null : Level.toLevel(level));
    }

    private record File(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name + " " + Shown.of(bytes);
        }
    }

    @Test
    void csvIsReadOrRefused() {
        Cases.check(8_000, GeneratedImportsTest::csv, this::read);
    }

    @Test
    void workbooksAreReadOrRefused() {
        Cases.check(2_000, GeneratedImportsTest::workbook, this::read);
    }

    /** What the plain reader lets pass goes through the checks as well, which need no database to write. */
    private void read(File file) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                Table table = files.read(file.name(), file.bytes(), ImportProgress.NONE);
                assertThat(table.rows()).hasSizeLessThanOrEqualTo(MAX_ROWS);
                Problems problems = new Problems(table);
                if (table.kind() == ImportKind.UNITS) {
                    new UnitGraphCheck(List.of(), problems).check(UnitRow.read(table, problems));
                } else {
                    new PersonCheck(Map.of("310000", true), List.of(), problems).check(PersonRow.read(table, problems));
                }
                problems.inOrder().forEach(problem -> assertNamed(problem, 1));
            } catch (UnreadableFile refused) {
                assertNamed(refused.problem(), 0);
            }
        });
    }

    @Test
    void isWrittenAsReportedOrNotAtAll() {
        directory.clear();
        assertThat(directory.importing(SMALL_COUNTRY).problems()).isEmpty();
        assertThat(directory.importing(PEOPLE).problems()).isEmpty();
        int[] accepted = {0};
        Cases.check(1_000, random -> random.nextInt(5) == 0 ? workbook(random) : csv(random), file -> {
            Map<String, String> before = contents();
            ImportResult dry = imports.run(file.name(), file.bytes(), true, ImportProgress.NONE);
            assertThat(contents()).as("after a dry run").isEqualTo(before);

            ImportResult result = imports.run(file.name(), file.bytes(), false, ImportProgress.NONE);

            assertThat(result.problems()).isEqualTo(dry.problems());
            result.problems().forEach(problem -> assertNamed(problem, result.kind() == null ? 0 : 1));
            assertWritten(result, before, contents());
            accepted[0] += result.accepted() ? 1 : 0;
        });
        assertThat(accepted[0])
                .as("some are valid still")
                .isGreaterThanOrEqualTo(Cases.of(1_000).size() / 50);
    }

    private static void assertWritten(ImportResult result, Map<String, String> before, Map<String, String> after) {
        if (!result.accepted()) {
            assertThat(after).isEqualTo(before);
            assertThat(result.created() + result.updated()).isZero();
            return;
        }
        Map<String, String> added = new HashMap<>(after);
        added.keySet().removeAll(before.keySet());
        long changed = before.entrySet().stream()
                .filter(row -> !row.getValue().equals(after.get(row.getKey())))
                .count();
        assertThat(after.keySet()).as("nothing is taken away").containsAll(before.keySet());
        assertThat(added).hasSize(result.created());
        assertThat(changed).isEqualTo(result.updated());
        assertThat(result.created() + result.updated() + result.unchanged()).isEqualTo(result.rows());
    }

    private static void assertNamed(Problem problem, int leastRow) {
        assertThat(problem.row()).isGreaterThanOrEqualTo(leastRow);
        assertThat(problem.messageZh()).matches("(?s).*\\p{IsHan}{3,}.*");
        assertThat(problem.messageEn()).isNotBlank();
        assertThat(List.of(problem.column(), problem.value(), problem.messageZh(), problem.messageEn()))
                .as("can be answered as JSON")
                .allMatch(GeneratedImportsTest::isWhole);
    }

    /** Halves of a pair make the answer fail; other odd characters do not. */
    private static boolean isWhole(String text) {
        return PlainText.isStorable(text.replace("\u0000", ""));
    }

    /** The directory row by row, with what the engine has of it. */
    private Map<String, String> contents() {
        Map<String, String> rows = new HashMap<>();
        jdbc.sql("select * from unit")
                .query()
                .listOfRows()
                .forEach(row -> rows.put("unit " + row.get("CODE"), row.toString()));
        jdbc.sql("select p.*, (select listagg(role, ' ') within group (order by role) from person_role r"
                        + " where r.user_id = p.user_id) roles from person p")
                .query()
                .listOfRows()
                .forEach(row -> rows.put("person " + row.get("USER_ID"), row.toString()));
        return rows;
    }

    private static File csv(RandomGenerator random) {
        Mutations mutations = new Mutations(random, WORDS);
        String file = mutations.oneOf(FILES);
        if (mutations.oneIn(6)) {
            file = file.substring(0, file.indexOf('\n') + 1) + mutations.ofWords(60);
        }
        String text = mutations.oneIn(8) ? file : mutations.changed(file, 4);
        return new File(mutations.oneIn(40) ? "a.CSV" : "a.csv", mutations.encoded(text));
    }

    private static File workbook(RandomGenerator random) {
        return new File("a.xlsx", SpoiltWorkbooks.next(new Mutations(random, WORDS), random, FILES));
    }
}
