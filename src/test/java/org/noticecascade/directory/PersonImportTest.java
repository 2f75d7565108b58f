package org.noticecascade.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.PERSONS;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(DirectoryTestContext.class)
class PersonImportTest {
    private final DirectoryFixture directory;
    private final People people;

    @Autowired
    PersonImportTest(DirectoryFixture directory, People people) {
        this.directory = directory;
        this.people = people;
    }

    @BeforeEach
    void oneLeadInShanghai() {
        directory.clear();
        assertThat(directory.importing(SMALL_COUNTRY).problems()).isEmpty();
        assertThat(directory
                        .importing(PERSONS + "shlead,310000,甲,lead;supervisor,lead@example.org,021-1,en\n")
                        .problems())
                .isEmpty();
    }

    @Test
    void importsPersonWithRoles() {
        Person lead = new Person(
                "shlead", "310000", "甲", "lead@example.org", "021-1", "en", Set.of(Role.LEAD, Role.SUPERVISOR), true);

        assertThat(people.find("shlead")).contains(lead);
        assertThat(people.of("310000")).containsExactly(lead);
        assertThat(people.of("310000", Role.LEAD)).containsExactly(lead);
        assertThat(people.of("310000", Role.STAFF)).isEmpty();
    }

    @Test
    void takesChineseHeadingsAndRolesAndDefaults() {
        ImportResult result = directory.importing("用户名,所属单位编码,姓名,角色,电子邮箱,电话,语言\nsh1,310000,乙,经办人、督办员,,,\n");

        assertThat(result.problems()).isEmpty();
        assertThat(people.find("sh1"))
                .contains(
                        new Person("sh1", "310000", "乙", null, null, "zh", Set.of(Role.STAFF, Role.SUPERVISOR), true));
    }

    @Test
    void changesNothingWhenRepeated() {
        ImportResult again =
                directory.importing(PERSONS + "shlead,310000,甲,supervisor；负责人,lead@example.org,021-1,en\n");

        assertThat(again)
                .extracting(ImportResult::created, ImportResult::updated, ImportResult::unchanged)
                .containsExactly(0, 0, 1);
    }

    @Test
    void takesAwayARoleTheRowNoLongerNames() {
        ImportResult result = directory.importing(PERSONS + "shlead,310000,甲,lead,lead@example.org,021-1,en\n");

        assertThat(result.updated()).isEqualTo(1);
        assertThat(people.find("shlead").orElseThrow().roles()).containsExactly(Role.LEAD);
    }

    @Test
    void dryRunWritesNothing() {
        ImportResult result = directory.trying(PERSONS + "sh1,310000,乙,staff,,,\n");

        assertThat(result.created()).isEqualTo(1);
        assertThat(people.find("sh1")).isEmpty();
    }

    @Test
    void writesNothingWhenOneRowIsRefused() {
        ImportResult result = directory.importing(PERSONS + "sh1,310000,乙,staff,,,\nsh2,310000,丙,chief,,,\n");

        assertThat(result.accepted()).isFalse();
        assertThat(people.find("sh1")).isEmpty();
    }

    @Test
    void rejectsUnknownUnit() {
        assertRefused("sh1,319999,乙,staff,,,", "unit_code", "319999", "没有编码为 319999 的单位");
    }

    @Test
    void rejectsUnknownRole() {
        assertRefused("sh1,310000,乙,staff;chief,,,", "role", "chief", "不是已知的角色");
    }

    @Test
    void rejectsBlankRole() {
        assertRefused("sh1,310000,乙,,,,", "role", "", "不能为空");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead",
                "a@b",
                "a b@example.org",
                "a@@example.org",
                "a..b@example.org",
                "a@example..org",
                "a@-x.org",
                "a@example.org;b@example.org",
                "名@example.org"
            })
    void rejectsBadMailAddress(String email) {
        assertRefused("sh1,310000,乙,staff," + email + ",,", "email", email, "不是正确的电子邮箱地址");
    }

    @Test
    void rejectsSecondLeadBesideTheDirectory() {
        assertRefused("sh1,310000,乙,lead,,,", "role", "负责人", "只能有一个负责人，已有 shlead");
    }

    @Test
    void rejectsTwoLeadsWithinTheFile() {
        ImportResult result = directory.trying(PERSONS + "gd1,440000,乙,lead,,,\ngd2,440000,丙,负责人;staff,,,\n");

        assertThat(result.problems()).extracting(Problem::row, Problem::column).containsExactly(tuple(3, "role"));
        assertThat(result.problems().get(0).messageZh()).contains("已有 gd1");
    }

    @Test
    void letsTheLeadPassOnInOneFile() {
        ImportResult result =
                directory.importing(PERSONS + "sh1,310000,乙,lead,,,\nshlead,310000,甲,staff,lead@example.org,,zh\n");

        assertThat(result.problems()).isEmpty();
        assertThat(people.of("310000", Role.LEAD)).extracting(Person::userId).containsExactly("sh1");
    }

    @Test
    void rejectsDuplicateUserId() {
        ImportResult result = directory.trying(PERSONS + "sh1,310000,乙,staff,,,\nsh1,310101,乙,staff,,,\n");

        assertThat(result.problems())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(tuple(3, "user_id", "sh1"));
    }

    @Test
    void rejectsAnAccountThatIsNobodysInTheDirectory() {
        User administrator = directory.identities().newUser("admin");
        administrator.setFirstName("系统");
        administrator.setPassword("Import-2026-cascade");
        directory.identities().saveUser(administrator);

        assertRefused("admin,310000,乙,staff,,,", "user_id", "admin", "不属于单位人员");
        assertRefused("Admin,310000,乙,staff,,,", "user_id", "Admin", "只有大小写不同");
        assertThat(directory.identities().createUserQuery().list())
                .extracting(User::getId, User::getFirstName)
                .contains(tuple("admin", "系统"))
                .hasSize(2);
    }

    /** The ledger's name for what the service does by itself. */
    @Test
    void rejectsTheNameOfTheSystem() {
        assertRefused("system,310000,乙,staff,,,", "user_id", "system", "不属于单位人员");
        assertRefused("SYSTEM,310000,乙,staff,,,", "user_id", "SYSTEM", "只有大小写不同");
    }

    @Test
    void rejectsIdsThatDifferInCaseOnly() {
        assertRefused("SHlead,310000,乙,staff,,,", "user_id", "SHlead", "与 shlead 只有大小写不同");
        ImportResult result = directory.trying(PERSONS + "sh1,310000,乙,staff,,,\nSH1,310101,丙,staff,,,\n");
        assertThat(result.problems())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(tuple(3, "user_id", "SH1"));
    }

    @Test
    void rejectsAGroupThatIsNoUnits() {
        Group foreign = directory.identities().newGroup("U310101Staff");
        foreign.setType("SYSTEM");
        directory.identities().saveGroup(foreign);

        assertRefused("sh1,310101,乙,staff,,,", "unit_code", "310101", "不是单位的用户组");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh_1", "sh.1", "sh-1", "张三"})
    void rejectsUserIdTheEngineWouldRefuse(String userId) {
        assertRefused(userId + ",310000,乙,staff,,,", "user_id", userId, "字母和数字");
    }

    @Test
    void rejectsUnknownLanguage() {
        assertRefused("sh1,310000,乙,staff,,,fr", "language", "fr", "只能填 zh");
    }

    @Test
    void rejectsOverLongPhoneAndFormula() {
        assertRefused("sh1,310000,乙,staff,," + "1".repeat(41) + ",", "phone", "1".repeat(41), "过长");
        assertRefused("sh1,310000,乙,staff,,+8621,", "phone", "+8621", "公式");
    }

    private void assertRefused(String row, String column, String value, String message) {
        ImportResult result = directory.importing(PERSONS + row + "\n");

        assertThat(result.problems())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(tuple(2, column, value));
        assertThat(result.problems().get(0).messageZh()).contains(message);
        assertThat(people.all()).hasSize(1);
    }

    private static final String WITH_STATUS = "user_id,unit_code,name,role,email,phone,language,status\n";

    /** A mail that vanished with a blank cell was noticed when no reminder came. */
    @Test
    void aBlankCellLeavesWhatIsKnown() {
        ImportResult result = directory.importing(PERSONS + "shlead,310000,甲,lead;supervisor,,,\n");

        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(people.find("shlead").orElseThrow())
                .extracting(Person::email, Person::phone, Person::language)
                .containsExactly("lead@example.org", "021-1", "en");
    }

    @Test
    void aDashClearsAndTheDryRunSaysSo() {
        String file = PERSONS + "shlead,310000,甲,lead;supervisor,-,-,en\n";

        ImportResult dry = directory.trying(file);
        assertThat(dry.notes())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactly(tuple(2, "email", "lead@example.org"), tuple(2, "phone", "021-1"));
        assertThat(dry.notes().get(0).messageZh()).contains("不再收到邮件");

        assertThat(directory.importing(file).updated()).isEqualTo(1);
        assertThat(people.find("shlead").orElseThrow())
                .extracting(Person::email, Person::phone)
                .containsExactly(null, null);
    }

    @Test
    void aPersonEndsAndASuccessorIsAccepted() {
        String file = WITH_STATUS + "shlead,310000,甲,lead,,,,停用\nshnew,310000,乙,lead,,,,\n";

        assertThat(directory.trying(file).notes())
                .extracting(Problem::row, Problem::column)
                .containsExactly(tuple(2, "status"));
        assertThat(directory.importing(file).problems()).isEmpty();
        assertThat(people.find("shlead").orElseThrow().active()).isFalse();
        assertThat(people.of("310000", Role.LEAD)).extracting(Person::userId).containsExactly("shnew");
        assertThat(groupsOf("shlead")).isEmpty();
        assertThat(groupsOf("shnew")).containsExactly("U310000LEAD");
    }

    @Test
    void whoReturnsHasTheirGroupsAgain() {
        directory.importing(WITH_STATUS + "shlead,310000,甲,lead,,,,inactive\n");

        assertThat(directory.importing(PERSONS + "shlead,310000,甲,lead,,,\n").unchanged())
                .as("a file without the column says nothing of it")
                .isEqualTo(1);
        assertThat(directory
                        .importing(WITH_STATUS + "shlead,310000,甲,lead,,,,在用\n")
                        .updated())
                .isEqualTo(1);
        assertThat(groupsOf("shlead")).containsExactly("U310000LEAD");
    }

    @Test
    void whoReturnsToAUnitWithAnotherLeadIsRefused() {
        directory.importing(WITH_STATUS + "shlead,310000,甲,lead,,,,停用\nshnew,310000,乙,lead,,,,\n");

        assertThat(directory
                        .importing(WITH_STATUS + "shlead,310000,甲,lead,,,,在用\n")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.messageZh()).contains("只能有一个负责人", "shnew"));
    }

    @Test
    void refusesAStatusNobodyKnows() {
        assertThat(directory
                        .importing(WITH_STATUS + "shlead,310000,甲,lead,,,,半停\n")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.messageZh()).contains("在用", "停用"));
    }

    /** An operator deleted the account with SQL or a script; the file said "unchanged" and nobody could sign in. */
    @Test
    void makesALostAccountAgain() {
        directory.identities().deleteUser("shlead");

        ImportResult again =
                directory.importing(PERSONS + "shlead,310000,甲,lead;supervisor,lead@example.org,021-1,en\n");

        assertThat(again.updated()).isEqualTo(1);
        assertThat(groupsOf("shlead")).containsExactlyInAnyOrder("U310000LEAD", "U310000SUPERVISOR");
    }

    private List<String> groupsOf(String userId) {
        return directory.identities().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
