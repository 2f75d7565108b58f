package org.noticecascade.directory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.PERSONS;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.SMALL_COUNTRY;
import static org.noticecascade.directory.DirectoryTestContext.DirectoryFixture.UNITS;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.Refusal;
import org.noticecascade.directory.DirectoryTestContext;
import org.noticecascade.directory.DirectoryTestContext.DirectoryFixture;
import org.noticecascade.directory.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(DirectoryTestContext.class)
class EngineIdentitiesTest {
    private final DirectoryFixture directory;
    private final IdentityService identities;
    private final EngineIdentities engineIdentities;
    private final TransactionTemplate transaction;
    private final People people;

    @Autowired
    EngineIdentitiesTest(
            DirectoryFixture directory,
            IdentityService identities,
            EngineIdentities engineIdentities,
            TransactionTemplate transaction,
            People people) {
        this.directory = directory;
        this.identities = identities;
        this.engineIdentities = engineIdentities;
        this.transaction = transaction;
        this.people = people;
    }

    @BeforeEach
    void smallCountry() {
        directory.clear();
        imported(SMALL_COUNTRY);
    }

    @AfterEach
    void nobodySignedIn() {
        identities.clearAuthentication();
    }

    @Test
    void createsTenantPerProvinceAndDepartmentButNoGroupsWithoutPersons() {
        assertThat(identities.createTenantQuery().orderByTenantId().asc().list())
                .extracting(Tenant::getId, Tenant::getName)
                .containsExactly(tuple("000001", "总局办公厅"), tuple("310000", "上海市局"), tuple("440000", "广东省局"));
        assertThat(identities.createGroupQuery().count()).isZero();
    }

    @Test
    void createsUserGroupsAndMemberships() {
        imported(PERSONS + "sz1,440300,甲,staff;supervisor,a@example.org,,\n");

        User user = identities.createUserQuery().userId("sz1").singleResult();
        assertThat(user.getFirstName()).isEqualTo("甲");
        assertThat(user.getLastName()).isEqualTo("深圳市局");
        assertThat(user.getEmail()).isEqualTo("a@example.org");
        assertThat(groupsOf("sz1")).containsExactly("U440300STAFF", "U440300SUPERVISOR");
        Group group = identities.createGroupQuery().groupId("U440300STAFF").singleResult();
        assertThat(group.getName()).isEqualTo("深圳市局 经办人");
        assertThat(group.getType()).isEqualTo("WORKFLOW");
    }

    @Test
    void putsGroupsIntoTheTenantOfTheirProvinceAndThoseOfHeadquartersIntoAll() {
        imported(PERSONS
                + "lh1,440303,甲,staff,,,\nhq1,000000,乙,lead,,,\nbg1,000001,丙,staff,,,\nhp1,310101,丁,staff,,,\n");

        assertThat(tenantsOf("U440303STAFF")).containsExactly("440000");
        assertThat(tenantsOf("U310101STAFF")).containsExactly("310000");
        assertThat(tenantsOf("U000001STAFF")).containsExactly("000001");
        assertThat(tenantsOf("U000000LEAD")).containsExactly("000001", "310000", "440000");
    }

    @Test
    void followsRenamedAndMovedAndNewUnits() {
        imported(PERSONS + "lh1,440303,甲,staff,,,\nhq1,000000,乙,lead,,,\n");

        imported(UNITS + "450000,000000,广西区局,PROVINCE\n440300,450000,深圳市局,PREFECTURE\n440303,440300,罗湖新局,COUNTY\n");

        assertThat(tenantsOf("U440303STAFF")).containsExactly("450000");
        assertThat(tenantsOf("U000000LEAD")).containsExactly("000001", "310000", "440000", "450000");
        assertThat(identities
                        .createGroupQuery()
                        .groupId("U440303STAFF")
                        .singleResult()
                        .getName())
                .isEqualTo("罗湖新局 经办人");
        assertThat(identities.createUserQuery().userId("lh1").singleResult().getLastName())
                .isEqualTo("罗湖新局");
    }

    @Test
    void takesMembershipAwayWithTheRoleAndLeavesOtherGroupsAlone() {
        imported(PERSONS + "sz1,440300,甲,staff;lead,,,\n");
        identities.saveGroup(identities.newGroup("cooks"));
        identities.createMembership("sz1", "cooks");

        imported(PERSONS + "sz1,440300,甲,staff,,,\n");

        assertThat(groupsOf("sz1")).containsExactly("U440300STAFF", "cooks");
    }

    @Test
    void movesMembershipWithThePerson() {
        imported(PERSONS + "sz1,440300,甲,staff,,,\n");

        imported(PERSONS + "sz1,310000,甲,staff,,,\n");

        assertThat(groupsOf("sz1")).containsExactly("U310000STAFF");
        assertThat(identities.createUserQuery().userId("sz1").singleResult().getLastName())
                .isEqualTo("上海市局");
    }

    @Test
    void changesNothingWhenRepeated() {
        String file = PERSONS + "sz1,440300,甲,staff,,,\nhq1,000000,乙,lead,,,\n";
        imported(file);
        imported(file);
        imported(SMALL_COUNTRY);

        assertThat(groupsOf("sz1")).containsExactly("U440300STAFF");
        assertThat(tenantsOf("U000000LEAD")).hasSize(3);
    }

    @Test
    void worksInTheRequestOfAnAdministratorAndKeepsThemSignedIn() {
        identities.setAuthentication("boss", List.of("camunda-admin"), List.of("440000"));

        imported(PERSONS + "sz1,440300,甲,staff,,,\n");

        assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("boss");
        assertThat(identities.getCurrentAuthentication().getGroupIds()).containsExactly("camunda-admin");
        assertThat(identities.getCurrentAuthentication().getTenantIds()).containsExactly("440000");
        identities.clearAuthentication();
        assertThat(groupsOf("sz1")).containsExactly("U440300STAFF");
    }

    @Test
    void rollsBackTogetherWithTheDirectory() {
        transaction.executeWithoutResult(status -> {
            imported(PERSONS + "sz1,440300,甲,staff,,,\n");
            status.setRollbackOnly();
        });

        assertThat(people.find("sz1")).isEmpty();
        assertThat(identities.createUserQuery().userId("sz1").count()).isZero();
        assertThat(identities.createGroupQuery().count()).isZero();
    }

    @Test
    void dryRunCreatesNoUser() {
        directory.trying(PERSONS + "sz1,440300,甲,staff,,,\n");

        assertThat(identities.createUserQuery().count()).isZero();
    }

    @Test
    void anImportedPersonHasNoPasswordThatAnybodyCouldType() {
        imported(PERSONS + "a,440300,B,staff,,,\n");

        assertThat(identities.createUserQuery().userId("a").count()).isEqualTo(1);
        assertThat(identities.createUserQuery().userId("a").singleResult().getPassword())
                .isNull();
    }

    @Test
    void setsAPasswordThatThePolicyAllows() {
        imported(PERSONS + "sz1,440300,甲,staff,,,\n");
        identities.setAuthentication("boss", List.of("camunda-admin"));

        engineIdentities.setPassword("sz1", "Correct-Horse-42");

        identities.clearAuthentication();
        assertThat(identities.checkPassword("sz1", "Correct-Horse-42")).isTrue();
        assertThatThrownBy(() -> engineIdentities.setPassword("sz1", "weak"))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.INVALID));
        assertThatThrownBy(() -> engineIdentities.setPassword("nobody", "Correct-Horse-42"))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private void imported(String csv) {
        assertThat(directory.importing(csv).problems()).isEmpty();
    }

    private List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).orderByGroupId().asc().list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenantsOf(String groupId) {
        return identities.createTenantQuery().groupMember(groupId).orderByTenantId().asc().list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
