package org.noticecascade.security.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.noticecascade.ProcessTest;
import org.noticecascade.Scenario;
import org.noticecascade.WebSession;
import org.noticecascade.Wire;
import org.noticecascade.directory.Role;
import org.noticecascade.ledger.Act;
import org.noticecascade.ledger.Entry;
import org.noticecascade.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** The same act by Java, over REST and in Admin, and what is no act. */
@ProcessTest
class AdministratorsActsTest {
    /** Outside the directory: nobody puts its persons into a unit's groups by hand. */
    private static final String PERSON = "guest";

    private static final String GROUP = "U310000STAFF";
    private static final String MEMBER = "user=" + PERSON + " group=" + GROUP;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Scenario scenario;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Environment environment;

    private IdentityService identities;
    private long before;

    @BeforeEach
    void begin() {
        identities = engine.getIdentityService();
        identities.clearAuthentication();
        identities.deleteUser(PERSON);
        identities.saveUser(identities.newUser(PERSON));
        before = ledger.countWithoutNotice();
    }

    @AfterEach
    void end() {
        identities.clearAuthentication();
        identities.deleteUser(PERSON);
        identities.deleteUser("someone");
    }

    private void signInAsAdministrator() {
        identities.setAuthentication("admin", List.of("camunda-admin"));
    }

    private List<Entry> entries() {
        int count = (int) (ledger.countWithoutNotice() - before);
        return count == 0 ? List.of() : ledger.withoutNotice(0, count);
    }

    private Entry only() {
        assertThat(entries()).hasSize(1);
        return entries().get(0);
    }

    @Test
    void recordsAMembershipAddedByJava() {
        signInAsAdministrator();

        identities.createMembership(PERSON, GROUP);

        assertIsMembershipByTheAdministrator(only());
    }

    @Test
    void recordsAMembershipAddedOverRest() {
        Wire wire = new Wire(environment);

        assertThat(wire.json("admin", "PUT", "/engine-rest/group/%s/members/%s".formatted(GROUP, PERSON), "{}")
                        .status())
                .isEqualTo(204);

        assertIsMembershipByTheAdministrator(only());
    }

    @Test
    void recordsAMembershipAddedInAdmin() {
        WebSession session = WebSession.signIn(new Wire(environment), "admin");

        assertThat(session.json(
                                "PUT",
                                "/camunda/api/engine/engine/default/group/%s/members/%s".formatted(GROUP, PERSON),
                                "{}")
                        .status())
                .isEqualTo(204);

        assertIsMembershipByTheAdministrator(only());
    }

    private static void assertIsMembershipByTheAdministrator(Entry entry) {
        assertThat(entry.actor()).isEqualTo("admin");
        assertThat(entry.act()).isEqualTo(Act.MEMBERSHIP_ADDED);
        assertThat(entry.target()).isEqualTo(MEMBER);
        assertThat(entry.from()).isNull();
        assertThat(entry.to()).isEqualTo("member=yes");
    }

    @Test
    void showsAUserBeforeAndAfterAndNoPassword() {
        signInAsAdministrator();
        User user = identities.newUser("someone");
        user.setFirstName("Some");
        user.setLastName("One");
        user.setPassword("Secret-2026-word");
        identities.saveUser(user);
        User known = identities.createUserQuery().userId("someone").singleResult();
        known.setEmail("one@example.org");
        identities.saveUser(known);
        known = identities.createUserQuery().userId("someone").singleResult();
        known.setPassword("Another-2026-word");
        identities.saveUser(known);
        identities.deleteUser("someone");

        List<Entry> all = entries();
        assertThat(all)
                .extracting(Entry::act)
                .containsExactly(Act.USER_DELETED, Act.PASSWORD_CHANGED, Act.USER_SAVED, Act.USER_SAVED);
        assertThat(all).extracting(Entry::target).containsOnly("user=someone");
        assertThat(all.get(3).from()).isNull();
        assertThat(all.get(3).to()).isEqualTo("firstName=Some, lastName=One");
        assertThat(all.get(2).to()).isEqualTo("email=one@example.org");
        assertThat(all.get(1).from()).isNull();
        assertThat(all.get(1).to()).isEqualTo("密码已更改 password changed");
        assertThat(all.get(0).from()).isEqualTo("name=Some One one@example.org");
        assertThat(all.toString()).doesNotContain("2026-word");
    }

    @Test
    void leavesNoEntryOfWhatIsRefused() {
        scenario.signIn("640104", Role.STAFF);

        assertThatThrownBy(() -> identities.createMembership(PERSON, GROUP)).isInstanceOf(AuthorizationException.class);

        assertThat(entries()).isEmpty();
    }

    @Test
    void leavesNoEntryOfWhatIsTakenBack() {
        signInAsAdministrator();

        transaction.executeWithoutResult(status -> {
            identities.createMembership(PERSON, GROUP);
            status.setRollbackOnly();
        });

        assertThat(entries()).isEmpty();
    }

    @Test
    void recordsWhoBecomesAnAdministratorThoughNobodyIsSignedIn() {
        identities.createMembership(PERSON, "camunda-admin");
        try {
            assertThat(only().actor()).isEqualTo("system");
            assertThat(only().target()).isEqualTo("user=" + PERSON + " group=camunda-admin");
        } finally {
            identities.deleteMembership(PERSON, "camunda-admin");
        }
    }

    @Test
    void recordsACommandThatNobodyListed() {
        signInAsAdministrator();
        Command<Void> command = context -> null;

        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);

        assertThat(only().act()).isEqualTo(Act.ENGINE_COMMAND);
        assertThat(only().target()).startsWith("command=");
    }

    @Test
    void showsAVariableBeforeAndAfter() {
        long notice = scenario.issueTo("640000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, "640100");
        String instance = scenario.instance(notice, "640104").getId();
        before = ledger.countWithoutNotice();
        signInAsAdministrator();

        engine.getRuntimeService().setVariable(instance, "note", "old");
        engine.getRuntimeService().setVariable(instance, "note", "x".repeat(300));
        engine.getRuntimeService().deleteProcessInstance(instance, "by mistake");

        List<Entry> all = entries();
        assertThat(all)
                .extracting(Entry::act)
                .containsExactly(Act.INSTANCE_DELETED, Act.VARIABLES_CHANGED, Act.VARIABLES_CHANGED);
        assertThat(all).allSatisfy(entry -> assertThat(entry.target()).endsWith("(%d/640104)".formatted(notice)));
        assertThat(all.get(2).to()).isEqualTo("note=string old");
        assertThat(all.get(1).from()).isEqualTo("note=string old");
        assertThat(all.get(1).to()).startsWith("note=string xxx").hasSizeLessThan(230);
        assertThat(all.get(0).from()).contains("%d/640104".formatted(notice), "local-study-session");
        assertThat(all.get(0).to()).isEqualTo("reason=by mistake");
        scenario.removeAllNotices();
    }

    /** Claiming and completing have entries where they belong: with the notice. */
    @Test
    void addsNothingToPeoplesWork() {
        long notice = scenario.issueTo("640000");
        scenario.plan(notice, "640000");
        scenario.sign(notice, "640100");
        before = ledger.countWithoutNotice();
        scenario.signIn("640104", Role.STAFF);
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(notice + "/640104")
                .singleResult()
                .getId();

        engine.getTaskService().claim(task, Scenario.userId("640104", Role.STAFF));
        engine.getTaskService().createComment(task, null, "好");
        engine.getTaskService().complete(task, Map.of());

        assertThat(entries()).isEmpty();
        scenario.removeAllNotices();
    }
}
