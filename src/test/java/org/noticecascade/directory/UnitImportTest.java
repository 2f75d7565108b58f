package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.UNITS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(DirectoryTestContext.class)
class UnitImportTest {
    private final DirectoryFixture directory;
    private final Units units;

    @Autowired
    UnitImportTest(DirectoryFixture directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    @BeforeEach
    void smallCountry() {
        directory.clear();
        assertThat(directory.importing(SMALL_COUNTRY).problems()).isEmpty();
    }

    @Test
    void importsUnits() {
        assertThat(units.all()).hasSize(7);
        assertThat(units.get("440303")).isEqualTo(new Unit("440303", "440300", "罗湖区局", Level.COUNTY, true));
        assertThat(units.headquarters().code()).isEqualTo("000000");
    }

    @Test
    void takesChildrenBeforeTheirParentsAndChineseLevels() {
        ImportResult result = directory.importing(UNITS + "440305001,440305,街道所,乡级\n440305,440300,南山区局,县级\n");

        assertThat(result.problems()).isEmpty();
        assertThat(result.created()).isEqualTo(2);
        assertThat(units.ancestorsOf("440305001"))
                .extracting(Unit::code)
                .containsExactly("440305", "440300", "440000", "000000");
    }

    @Test
    void changesNothingWhenRepeated() {
        ImportResult again = directory.importing(SMALL_COUNTRY);

        assertThat(again.accepted()).isTrue();
        assertThat(again)
                .extracting(ImportResult::created, ImportResult::updated, ImportResult::unchanged)
                .containsExactly(0, 0, 7);
    }

    @Test
    void updatesNamesAndKeepsWhatTheFileDoesNotName() {
        ImportResult result = directory.importing(UNITS + "310000,000000,上海市市场监督管理局,PROVINCE\n");

        assertThat(result.updated()).isEqualTo(1);
        assertThat(units.get("310000").name()).isEqualTo("上海市市场监督管理局");
        assertThat(units.all()).hasSize(7);
    }

    @Test
    void dryRunCountsButWritesNothing() {
        ImportResult result = directory.trying(UNITS + "310000,000000,新名称,PROVINCE\n310104,310000,徐汇区局,COUNTY\n");

        assertThat(result)
                .extracting(ImportResult::accepted, ImportResult::dryRun, ImportResult::created, ImportResult::updated)
                .containsExactly(true, true, 1, 1);
        assertThat(units.find("310104")).isEmpty();
        assertThat(units.get("310000").name()).isEqualTo("上海市局");
    }

    @Test
    void writesNothingWhenOneRowIsRefused() {
        ImportResult result = directory.importing(UNITS + "310104,310000,徐汇区局,COUNTY\n310105,999999,长宁区局,COUNTY\n");

        assertThat(result.accepted()).isFalse();
        assertThat(units.find("310104")).isEmpty();
    }

    @Test
    void listsEveryProblemWithRowAndColumn() {
        ImportResult result = directory.trying(UNITS + "31 0104,310000,,COUNTY\n310105,999999,长宁区局,街道\n");

        assertThat(result.problems())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(
                        tuple(2, "code", "31 0104"),
                        tuple(2, "name", ""),
                        tuple(3, "level", "街道"),
                        tuple(3, "parent_code", "999999"));
        assertThat(result.problems()).allSatisfy(problem -> {
            assertThat(problem.messageZh()).isNotBlank();
            assertThat(problem.messageEn()).isNotBlank();
        });
    }

    @Test
    void rejectsUnknownParent() {
        assertRefused("310104,319999,徐汇区局,COUNTY", "parent_code", "319999", "上级 319999 不存在");
    }

    @Test
    void rejectsMissingParent() {
        assertRefused("310104,,徐汇区局,COUNTY", "parent_code", "", "必须有上级");
    }

    @Test
    void rejectsSelfAsParent() {
        assertRefused("310104,310104,徐汇区局,COUNTY", "parent_code", "310104", "循环");
    }

    @Test
    void rejectsCycleWithinTheFile() {
        ImportResult result =
                directory.trying(UNITS + "A1,A3,甲,COUNTY\nA2,A1,乙,COUNTY\nA3,A2,丙,COUNTY\nA4,A3,丁,TOWNSHIP\n");

        assertThat(result.problems())
                .extracting(Problem::row, Problem::column)
                .containsExactly(tuple(2, "parent_code"), tuple(3, "parent_code"), tuple(4, "parent_code"));
        assertThat(result.problems())
                .allSatisfy(problem -> assertThat(problem.messageZh()).contains("循环"));
    }

    @Test
    void rejectsCycleThroughTheDirectory() {
        assertRefused("440000,440303,广东省局,PROVINCE", "parent_code", "440303", "循环");
    }

    @Test
    void rejectsDuplicateCode() {
        ImportResult result = directory.trying(UNITS + "310104,310000,徐汇区局,COUNTY\n\n310104,310000,徐汇局,COUNTY\n");

        assertThat(result.problems())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(tuple(4, "code", "310104"));
        assertThat(result.problems().get(0).messageZh()).contains("重复", "第 2 行");
    }

    @Test
    void rejectsWrongLevelUnderParent() {
        assertRefused("310104001,310000,街道所,TOWNSHIP", "level", "乡级", "层级不对");
        assertRefused("440304,000001,福田区局,COUNTY", "level", "县级", "层级不对");
    }

    @Test
    void rejectsLevelThatLeavesExistingChildrenAtAWrongOne() {
        assertRefused("440300,440000,深圳市局,COUNTY", "level", "县级", "440303");
    }

    @Test
    void rejectsSecondHeadquarters() {
        assertRefused("999999,,另一总局,HQ", "level", "总局", "总局只能有一个");
    }

    @Test
    void rejectsBlankName() {
        assertRefused("310104,310000,\u3000\u00A0,COUNTY", "name", "", "不能为空");
    }

    @Test
    void rejectsOverLongName() {
        assertThat(directory
                        .trying(UNITS + "310104,310000," + "局".repeat(200) + ",COUNTY\n")
                        .accepted())
                .isTrue();
        ImportResult result = directory.trying(UNITS + "310104,310000," + "局".repeat(201) + ",COUNTY\n");
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).messageZh()).contains("过长", "201", "200");
    }

    @Test
    void rejectsOverLongCode() {
        assertRefused("3101040010011,310000,徐汇区局,COUNTY", "code", "3101040010011", "过长");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "@SUM(A1)", "-1", "＝1", " =HYPERLINK(A1)"})
    void rejectsFormula(String name) {
        assertRefused("310104,310000," + name + ",COUNTY", "name", name.strip(), "公式");
    }

    @Test
    void showsAnOverLongValueInWholeCharacters() {
        ImportResult result = directory.trying(UNITS + "x" + "\uD83D\uDE00".repeat(40) + ",310000,徐汇区局,COUNTY\n");

        assertThat(result.problems()).extracting(Problem::value).containsExactly("x" + "\uD83D\uDE00".repeat(29) + "…");
    }

    @Test
    void rejectsLineBreakInName() {
        assertRefused("310104,310000,\"徐汇\n区局\",COUNTY", "name", "徐汇 区局", "换行");
    }

    private void assertRefused(String row, String column, String value, String message) {
        ImportResult result = directory.importing(UNITS + row + "\n");

        assertThat(result.problems())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(tuple(2, column, value));
        assertThat(result.problems().get(0).messageZh()).contains(message);
        assertThat(units.all()).hasSize(7);
    }

    @Test
    void rejectsCodesThatDifferInCaseOnly() {
        ImportResult result = directory.trying(
                DirectoryFixture.SMALL_COUNTRY + "31010a,310000,甲区局,COUNTY\n31010A,310000,乙区局,COUNTY\n");

        assertThat(result.problems()).extracting(Problem::row, Problem::value).contains(tuple(10, "31010A"));
        assertThat(result.problems().get(0).messageZh()).contains("只有大小写不同");
    }

    private static final String WITH_STATUS = "code,parent_code,name,level,status\n";

    @Test
    void aUnitEndsAndReturns() {
        assertThat(directory
                        .importing(WITH_STATUS + "310101,310000,黄浦区局,县级,停用\n")
                        .problems())
                .isEmpty();
        assertThat(units.childrenOf("310000")).isEmpty();
        assertThat(units.get("310101").active()).isFalse();

        ImportResult back = directory.importing(WITH_STATUS + "310101,310000,黄浦区局,县级,在用\n");
        assertThat(back.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.messageZh()).contains("恢复"));
        assertThat(units.childrenOf("310000")).extracting(Unit::code).containsExactly("310101");
    }

    @Test
    void aUnitWithOthersBelowEndsTogetherWithThemOnly() {
        assertThat(directory
                        .importing(WITH_STATUS + "310000,000000,上海市局,省级,停用\n")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.messageZh()).contains("1 个在用的下级单位"));
        assertThat(directory
                        .importing(WITH_STATUS + "310000,000000,上海市局,省级,停用\n310101,310000,黄浦区局,县级,停用\n")
                        .problems())
                .isEmpty();
        assertThat(directory
                        .importing(WITH_STATUS + "310101,310000,黄浦区局,县级,在用\n")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.messageZh()).contains("上级 310000 已停用"));
    }

    @Test
    void aUnitWithPeopleOrOpenNoticesDoesNotEnd() {
        directory.importing(DirectoryFixture.PERSONS + "hp1,310101,甲,staff,,,\n");
        DirectoryTestContext.OWED.put("310101", 2);
        try {
            assertThat(directory
                            .importing(WITH_STATUS + "310101,310000,黄浦区局,县级,停用\n")
                            .problems())
                    .extracting(Problem::messageZh)
                    .satisfiesExactlyInAnyOrder(
                            people -> assertThat(people).contains("1 名在用人员"),
                            notices -> assertThat(notices).contains("2 份通知未办结"));
        } finally {
            DirectoryTestContext.OWED.clear();
        }
        assertThat(units.get("310101").active()).isTrue();
    }

    @Test
    void headquartersNeverEnds() {
        assertThat(directory.importing(WITH_STATUS + "000000,,总局,总局,停用\n").problems())
                .extracting(Problem::messageZh)
                .anyMatch(message -> message.contains("总局不能停用"));
    }

    @Test
    void nobodyComesIntoAUnitThatHasEnded() {
        directory.importing(WITH_STATUS + "310101,310000,黄浦区局,县级,停用\n");

        assertThat(directory
                        .importing(DirectoryFixture.PERSONS + "hp1,310101,甲,staff,,,\n")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.messageZh()).contains("已停用"));
    }
}
